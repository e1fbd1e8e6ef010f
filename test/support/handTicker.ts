import type { Ticker } from '../../src/engines/shared/everySecond';

/** Tells when a second has gone by. */
export function handTicker(): { ticker: Ticker; tick(): Promise<void> } {
  const ticks = new Set<() => void>();
  return {
    ticker: (tick) => {
      ticks.add(tick);
      return () => ticks.delete(tick);
    },
    async tick() {
      for (const tick of [...ticks]) tick();
      await new Promise((done) => setTimeout(done, 1));
    },
  };
}
