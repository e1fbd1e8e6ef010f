import { vi } from 'vitest';

/** Every clock goes on by an hour, and nothing else happens: a laptop slept, or the tab was frozen. */
export function anHourGoesBy(): void {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  vi.advanceTimersByTime(3_600_000);
}
