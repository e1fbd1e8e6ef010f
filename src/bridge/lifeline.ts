const locks: LockManager | undefined = globalThis.navigator?.locks;

let held: Promise<string | null> | undefined;

/**
 * The name of a lock that this worker holds as long as it lives, null where the browser has none. The browser frees it when
 * the worker is gone, however it went: a worker that dies sends no message, so this is how another side learns of it.
 */
export function holdLifeline(): Promise<string | null> {
  held ??= new Promise((resolve) => {
    if (locks === undefined) return resolve(null);
    const name = `lifeline ${crypto.randomUUID()}`;
    void locks.request(name, () => {
      resolve(name);
      return new Promise(() => undefined);
    });
  });
  return held;
}

/** Settles when the worker that holds it is gone; never for null. */
export async function lifelineCut(name: string | null): Promise<void> {
  if (name === null || locks === undefined) return new Promise(() => undefined);
  await locks.request(name, () => undefined);
}
