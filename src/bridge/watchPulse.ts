import type { Ticker } from '../engines/shared/everySecond';

export interface Pulse {
  /** Rejects with `Error` once the other side has been silent for too long; never settles otherwise. */
  readonly lost: Promise<never>;
  stop(): void;
}

/**
 * Asks the other side for a sign of life, one question at a time. A worker that was ended, or died, tells nobody. It counts
 * ticks and not the clock: while a laptop sleeps or a tab is frozen nothing ticks on either side.
 */
export function watchPulse(live: () => Promise<unknown>, patienceSeconds: number, ticker: Ticker): Pulse {
  let silent = 0;
  let asked = false;
  let lose: (cause: Error) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  lost.catch(() => undefined);
  const answered = (): void => {
    asked = false;
  };
  const stop = ticker(() => {
    if (!asked) {
      silent = 0;
      asked = true;
      // An error is an answer, too.
      live().then(answered, answered);
      return;
    }
    silent += 1;
    if (silent < patienceSeconds) return;
    stop();
    lose(new Error('no sign of life'));
  });
  return { lost, stop };
}
