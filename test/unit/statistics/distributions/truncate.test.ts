import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Distribution } from '../../../../src/statistics/distributions/Distribution';
import { distributions } from '../../../../src/statistics/distributions/distributions';
import { truncate } from '../../../../src/statistics/distributions/truncate';

const { normal, exponential, poisson, gamma, lognormal } = distributions;
const standard = { mean: 0, sd: 1 };

describe('truncate', () => {
  test('draws the median of a cut distribution for the middle uniform', () => {
    // Exponential of mean 1 between 1 and 2: F(x) = (F(1) + F(2)) / 2, worked by hand.
    const median = -Math.log((Math.exp(-1) + Math.exp(-2)) / 2);
    expect(truncate(exponential, { mean: 1 }, { min: 1, max: 2 })(0.5)).toBeCloseTo(median, 12);
  });

  // Beyond a bound c far out, the normal tail falls like an exponential of rate c: the median lies near c + ln 2 / c.
  test.each([6, 12, 20, 35])('keeps its shape %d standard deviations out, on both sides', (c) => {
    const above = truncate(normal, standard, { min: c })(0.5);
    expect(above - c).toBeGreaterThan((0.9 * Math.LN2) / c);
    expect(above - c).toBeLessThan(Math.LN2 / c);
    expect(truncate(normal, standard, { max: -c })(0.5)).toBeCloseTo(-above, 9);
  });

  test('gives the nearest bound where the tail is too thin for a double', () => {
    expect(truncate(normal, standard, { min: 60, max: 70 })(0.3)).toBe(60);
    expect(truncate(normal, standard, { min: -70, max: -60 })(0.3)).toBe(-60);
  });

  test('can draw each whole number between the bounds of a discrete distribution, and no other', () => {
    const draw = truncate(poisson, { mean: 4 }, { min: 2.5, max: 6 });
    const drawn = new Set(Array.from({ length: 400 }, (_, index) => draw((index + 0.5) / 400)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  });

  test('gives each whole number its share', () => {
    // Poisson of mean 1 cut to {0, 1}: both terms are 1/e, so one half each.
    const draw = truncate(poisson, { mean: 1 }, { max: 1 });
    expect([draw(0.4999), draw(0.5001)]).toEqual([0, 1]);
  });

  test('never leaves the bounds and never falls as the uniform rises', () => {
    const cases: readonly (readonly [Distribution, Record<string, number>])[] = [
      [normal, { mean: 84, sd: 16 }],
      [lognormal, { mu: 2, sigma: 0.7 }],
      [gamma, { shape: 2, scale: 20 }],
      [poisson, { mean: 60 }],
    ];
    const uniform = fc.double({ min: 2 ** -54, max: 1 - 2 ** -53, noNaN: true });
    const bound = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        bound,
        bound,
        uniform,
        uniform,
        ([distribution, parameters], a, b, u, v) => {
          const [min, max] = [Math.min(a, b), Math.max(a, b)];
          const draw = truncate(distribution, parameters, { min, max });
          const [low, high] = [draw(Math.min(u, v)), draw(Math.max(u, v))];
          return low >= min && high <= max && low <= high + 1e-9 * Math.abs(high);
        },
      ),
    );
  });
});
