import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundOutward } from '../../../src/importers/fromCsv/roundOutward';

const alone = { minShared: false, maxShared: false, whole: false };

test.each([
  [18.04, 101.85, 18, 110],
  [1169, 1_435_423, 0, 1_500_000],
  [0.05, 199.9, 0, 200],
  [6.829, 7.77, 6.8, 7.8],
  [-102.7, 710_682, -1000, 720_000],
  [3, 343, 2, 350],
])('%d to %d becomes %d to %d', (min, max, lower, upper) => {
  expect(roundOutward({ min, max, ...alone })).toEqual({ min: lower, max: upper });
});

test('an extreme that rounding leaves as it is moves one step further, unless enough records share it', () => {
  expect(roundOutward({ min: 17, max: 90, ...alone })).toEqual({ min: 16, max: 91 });
  expect(roundOutward({ min: 5, max: 92, ...alone })).toEqual({ min: 4.9, max: 93 });
  expect(roundOutward({ min: 5, max: 92, ...alone, whole: true })).toEqual({ min: 4, max: 93 });
  expect(roundOutward({ min: 17, max: 90, minShared: true, maxShared: true, whole: true })).toEqual({
    min: 17,
    max: 90,
  });
});

test('0, 1 and 100 may stay, and 0 is never crossed', () => {
  expect(roundOutward({ min: 0, max: 100, ...alone })).toEqual({ min: 0, max: 100 });
  expect(roundOutward({ min: 0, max: 1, ...alone })).toEqual({ min: 0, max: 1 });
  expect(roundOutward({ min: 1, max: 9900, ...alone })).toEqual({ min: 0, max: 10_000 });
  expect(roundOutward({ min: 0.02, max: 0.9, ...alone }).min).toBe(0.019);
  expect(roundOutward({ min: -50, max: -10, ...alone }).max).toBe(-9);
});

test('a range too coarse to tell one record uses powers of ten', () => {
  expect(roundOutward({ min: 62.8, max: 93, ...alone }, true)).toEqual({ min: 0, max: 100 });
  expect(roundOutward({ min: -3, max: 0.4, ...alone }, true)).toEqual({ min: -10, max: 1 });
});

test('every range holds what it was made from and shows no unshared extreme', () => {
  const value = fc
    .double({ min: -1e9, max: 1e9, noNaN: true })
    .map((number) => Math.round(number * 1000) / 1000);
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [min, max] = [Math.min(a, b), Math.max(a, b)];
      const range = roundOutward({ min, max, ...alone });
      const natural = [0, 1, 100];
      expect(range.min < min || (range.min === min && natural.includes(min))).toBe(true);
      expect(range.max > max || (range.max === max && natural.includes(max))).toBe(true);
      if (min >= 0) expect(range.min).toBeGreaterThanOrEqual(0);
      if (max <= 0) expect(range.max).toBeLessThanOrEqual(0);
    }),
  );
});
