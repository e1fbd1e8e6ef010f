import { afterEach, describe, expect, test, vi } from 'vitest';
import { Watchdog } from '../../../../src/engines/queue/Watchdog';
import { anHourGoesBy } from '../../../support/anHourGoesBy';

afterEach(() => void vi.useRealTimers());

/** Ticks until it calls the engine hung, `most` at most. */
function ticksUntilHung(dog: Watchdog, steps: number, most = 1000): number {
  for (let tick = 1; tick <= most; tick++) if (dog.tick(steps, true)) return tick;
  return Infinity;
}

describe('a watchdog', () => {
  test('calls an engine hung that has made no step for the whole patience', () => {
    const dog = new Watchdog(5);
    expect(dog.tick(1, true)).toBe(false);
    expect(ticksUntilHung(dog, 1)).toBe(5);
  });

  test('waits four times as long for the first step', () => {
    expect(ticksUntilHung(new Watchdog(5), 0)).toBe(20);
  });

  test('has all the time in the world when there is no work', () => {
    const dog = new Watchdog(5);
    dog.tick(1, true);
    for (let tick = 0; tick < 100; tick++) expect(dog.tick(1, false)).toBe(false);
    expect(ticksUntilHung(dog, 1)).toBe(5);
  });

  test('knows a slow engine by the longest wait it came back from', () => {
    const dog = new Watchdog(5);
    dog.tick(1, true);
    for (let tick = 0; tick < 4; tick++) dog.tick(1, true);
    dog.tick(2, true);
    expect(ticksUntilHung(dog, 2)).toBe(12);
  });

  test('knows it by the wait for the first step, too', () => {
    const dog = new Watchdog(5);
    for (let tick = 0; tick < 19; tick++) expect(dog.tick(0, true)).toBe(false);
    dog.tick(1, true);
    expect(ticksUntilHung(dog, 1)).toBe(57);
  });

  test('takes an hour in which nothing ticked for no hang, nor for a slow step', () => {
    const dog = new Watchdog(5);
    dog.tick(1, true);
    dog.tick(1, true);
    anHourGoesBy();
    expect(dog.tick(1, true)).toBe(false);
    expect(dog.tick(2, true)).toBe(false);
    anHourGoesBy();
    expect(ticksUntilHung(dog, 2)).toBe(6);
  });

  test('knows nothing of the next engine', () => {
    const dog = new Watchdog(5);
    dog.tick(3, true);
    dog.startOver();
    expect(ticksUntilHung(dog, 0)).toBe(20);
  });
});
