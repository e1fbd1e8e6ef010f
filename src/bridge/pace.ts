import { patience, type Pace } from '../engines/store/download/Pace';

/** The real clock and real chance, for waits between tries. */
export const pace: Pace = {
  ...patience,
  now: () => performance.now(),
  wallClock: () => Date.now(),
  chance: () => Math.random(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error);
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal.addEventListener('abort', stop, { once: true });
    }),
};
