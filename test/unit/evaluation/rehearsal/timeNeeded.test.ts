import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeNeeded } from '../../../../src/evaluation/rehearsal/timeNeeded';
import { streamFor } from '../../../../src/random/streamFor';

describe('the time that a run needs', () => {
  test('is the busy time of all cells over the slots, with its prediction interval', () => {
    // Mean 2,000 and variance 1,000,000 over three cells: 9 x 2,000 / 2 slots, t(2) = 4.3027,
    // sqrt(81 x 1,000,000 x (1/3 + 1/9)) = 6,000.
    const time = timeNeeded([{ milliseconds: [1000, 2000, 3000], wanted: 9 }], 2, 9);
    expect(time).toMatchObject({ records: 9, milliseconds: 9000, low: 0 });
    expect(time.high).toBeCloseTo((18_000 + 4.30265 * 6000) / 2, 0);
  });

  test('adds up fields, and has no interval where all cells took the same time', () => {
    const fields = [
      { milliseconds: [500, 500], wanted: 10 },
      { milliseconds: [100, 100], wanted: 20 },
    ];
    expect(timeNeeded(fields, 1, 20)).toEqual({ records: 20, milliseconds: 7000, low: 7000, high: 7000 });
  });

  test('always lies in its interval and never below nothing', () => {
    const field = fc.record({
      milliseconds: fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 30 }),
      wanted: fc.nat(10_000),
    });
    fc.assert(
      fc.property(
        fc.array(field, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 8 }),
        (all, slots) => {
          const { milliseconds, low, high } = timeNeeded(all, slots, 1);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(milliseconds + 1e-9);
          expect(high).toBeGreaterThanOrEqual(milliseconds - 1e-9);
        },
      ),
    );
  });

  test('has the truth in its interval about 95 times of 100', () => {
    const stream = streamFor(7, 'visit', 'note').at(0);
    const cell = (): number => 500 + 1000 * stream.uniform();
    let held = 0;
    const trials = 400;
    for (let trial = 0; trial < trials; trial++) {
      const seen = Array.from({ length: 20 }, cell);
      const truth = Array.from({ length: 200 }, cell).reduce((sum, value) => sum + value, 0);
      const { low, high } = timeNeeded([{ milliseconds: seen, wanted: 200 }], 1, 200);
      if (low <= truth && truth <= high) held++;
    }
    expect(held / trials).toBeGreaterThan(0.92);
    expect(held / trials).toBeLessThan(0.98);
  });
});
