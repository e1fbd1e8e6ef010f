export type Locks = Pick<LockManager, 'request'>;

const heldHere = new Set<string>();

/** Runs `work` as the only holder of the name in any tab, or returns `busy` at once. */
export async function withLock<Result>(
  locks: Locks | undefined,
  name: string,
  work: () => Promise<Result>,
): Promise<Result | 'busy'> {
  if (locks === undefined) return withLockHere(name, work);
  return await locks.request(name, { ifAvailable: true }, async (lock) =>
    lock === null ? 'busy' : await work(),
  );
}

/** Where the browser has no Web Locks, the name is held for this page only. */
async function withLockHere<Result>(name: string, work: () => Promise<Result>): Promise<Result | 'busy'> {
  if (heldHere.has(name)) return 'busy';
  heldHere.add(name);
  try {
    return await work();
  } finally {
    heldHere.delete(name);
  }
}
