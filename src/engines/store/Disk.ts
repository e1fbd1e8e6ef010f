/** What the store needs of the browser. A test hands in its own. */
export interface Disk {
  /** Of the browser's private files (OPFS). Rejects where there are none: in some private windows, by some policies. */
  root(): Promise<FileSystemDirectoryHandle>;
  openCache(name: string): Promise<Cache>;
  /** One job at a time under a name, over all windows. */
  inTurn<Result>(lock: string, job: () => Promise<Result>): Promise<Result>;
  /** Does the job now, or answers `null` where another window is at it. */
  ifFree<Result>(lock: string, job: () => Promise<Result>): Promise<Result | null>;
  /** Beside other jobs of this kind, and never beside one of the two above. */
  together<Result>(lock: string, job: () => Promise<Result>): Promise<Result>;
  /** Names of all locks that are held now, in any window. */
  heldLocks(): Promise<readonly string[]>;
  estimate(): Promise<StorageEstimate>;
  newId(): string;
  /** Of this app, such as `http://localhost:4173`. */
  origin(): string;
}

export const browserDisk: Disk = {
  root: async () => navigator.storage.getDirectory(),
  openCache: (name) => caches.open(name),
  inTurn: (lock, job) => navigator.locks.request(lock, job),
  ifFree: (lock, job) =>
    navigator.locks.request(lock, { ifAvailable: true }, async (held) => (held === null ? null : job())),
  together: (lock, job) => navigator.locks.request(lock, { mode: 'shared' }, job),
  async heldLocks() {
    const { held = [] } = await navigator.locks.query();
    return held.flatMap(({ name = '' }) => name);
  },
  estimate: () => navigator.storage.estimate(),
  newId: () => crypto.randomUUID(),
  origin: () => self.location.origin,
};
