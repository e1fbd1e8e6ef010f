export interface StorageEstimate {
  /** Bytes kept by this site; null where the browser does not say. */
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** True when the browser has promised not to clear it by itself under pressure of space. */
  readonly persisted: boolean;
}

type StorageOfBrowser = Partial<Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>>;

function ofThisBrowser(): StorageOfBrowser | undefined {
  return (globalThis.navigator as { storage?: StorageOfBrowser } | undefined)?.storage;
}

/** Never rejects: what the browser does not tell is null. */
export async function storageEstimate(storage = ofThisBrowser()): Promise<StorageEstimate> {
  const estimate = await storage?.estimate?.().catch(() => undefined);
  const persisted = await storage?.persisted?.().catch(() => undefined);
  return {
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
    persisted: persisted ?? false,
  };
}

/** Asks the browser not to clear this site's storage by itself; false when it refuses or cannot. */
export async function askPersistence(storage = ofThisBrowser()): Promise<boolean> {
  return (await storage?.persist?.().catch(() => undefined)) ?? false;
}
