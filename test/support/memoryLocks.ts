import type { Disk } from '../../src/engines/store/Disk';

interface Held {
  readonly shared: boolean;
  readonly jobs: Set<Promise<unknown>>;
}

/** The browser's locks, in memory. */
export function memoryLocks(): Pick<Disk, 'inTurn' | 'ifFree' | 'together' | 'heldLocks'> {
  const held = new Map<string, Held>();
  const hold = async <Result>(lock: string, shared: boolean, job: () => Promise<Result>): Promise<Result> => {
    const { jobs } = held.get(lock) ?? { jobs: new Set() };
    held.set(lock, { shared, jobs });
    const done = job();
    const settled = done.catch(() => undefined);
    jobs.add(settled);
    try {
      return await done;
    } finally {
      jobs.delete(settled);
      if (jobs.size === 0) held.delete(lock);
    }
  };
  return {
    async inTurn(lock, job) {
      while (held.has(lock)) await Promise.all(held.get(lock)?.jobs ?? []);
      return hold(lock, false, job);
    },
    ifFree: async (lock, job) => (held.has(lock) ? null : hold(lock, false, job)),
    async together(lock, job) {
      while (held.get(lock)?.shared === false) await Promise.all(held.get(lock)?.jobs ?? []);
      return hold(lock, true, job);
    },
    heldLocks: async () => [...held.keys()],
  };
}
