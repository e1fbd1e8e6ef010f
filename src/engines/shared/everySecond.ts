/** Calls `tick` every second until the function it returns is called. */
export type Ticker = (tick: () => void) => () => void;

/** Sleep and frozen tabs do not tick. */
export const everySecond: Ticker = (tick) => {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
};
