import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NumericOptions } from '../../../../src/fields/shared/numericEntries';
import { numericSampler } from '../../../../src/fields/shared/numericSampler';
import { streamFor } from '../../../../src/random/streamFor';

const draws = 40_000;

function sample(options: NumericOptions, decimals = 3): number[] {
  const sampler = numericSampler(options, decimals);
  const stream = streamFor(11, 't', 'numbers');
  return Array.from({ length: draws }, (_, row) => sampler.grid.valueAt(sampler.draw(stream.at(row))));
}

function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}

/** Within four standard errors. */
function expectMean(values: readonly number[], mean: number, variance: number): void {
  expect(Math.abs(moments(values).mean - mean)).toBeLessThan(4 * Math.sqrt(variance / values.length));
}

const share = (values: readonly number[], value: number): number =>
  values.filter((other) => other === value).length / values.length;

describe('numericSampler', () => {
  // Means and variances from scipy 1.x: truncnorm, numerical integrals of gamma and expon, triang, beta.
  test('draws a truncated normal', () => {
    const values = sample({ distribution: 'normal', mean: 8, sd: 3, min: 10, max: 15 });
    expectMean(values, 11.624890665287662, 1.4891608785981618);
    expect(moments(values).variance).toBeCloseTo(1.489, 1);
  });

  test('draws a truncated gamma', () => {
    const values = sample({ distribution: 'gamma', shape: 2, scale: 3, min: 1, max: 10 });
    expectMean(values, 4.813306884101425, 5.600558555838174);
  });

  test('draws a beta spread between its limits', () => {
    const values = sample({ distribution: 'beta', alpha: 2, beta: 3, min: 10, max: 20 });
    expectMean(values, 14, 4);
  });

  test('draws a truncated exponential, by its mean or its rate', () => {
    const values = sample({ distribution: 'exponential', mean: 10, max: 5 });
    expectMean(values, 2.2925295873160088, 2.1);
    expect(sample({ distribution: 'exponential', rate: 0.1, max: 5 })).toEqual(values);
  });

  test('draws a triangular', () => {
    const values = sample({ distribution: 'triangular', min: 0, mode: 3, max: 10 });
    expectMean(values, 4.333333333333334, 4.388888888888889);
  });

  test('takes the mean and deviation of a lognormal as those of the values', () => {
    const values = sample({ distribution: 'lognormal', mean: 100, sd: 50 });
    expectMean(values, 100, 2500);
    const sorted = [...values].sort((a, b) => a - b);
    // Median and 90th percentile from scipy.
    expect(Math.abs(sorted[draws / 2]! - 89.443)).toBeLessThan(1);
    expect(Math.abs(sorted[draws * 0.9]! - 163.854)).toBeLessThan(3);
  });

  test('takes mu and sigma of a lognormal as those of the logarithm', () => {
    const values = sample({ distribution: 'lognormal', mu: 2, sigma: 0.1 });
    expectMean(values.map(Math.log), 2, 0.01);
  });

  test('draws poisson counts, truncated too', () => {
    const whole = sample({ distribution: 'poisson', mean: 3 }, 0);
    [0.049787, 0.149361, 0.224042, 0.224042].forEach((expected, count) =>
      expect(Math.abs(share(whole, count) - expected)).toBeLessThan(0.01),
    );
    const cut = sample({ distribution: 'poisson', mean: 3, min: 2, max: 4 }, 0);
    expect(Math.abs(share(cut, 4) - 0.2727)).toBeLessThan(0.01);
    expect(new Set(cut)).toEqual(new Set([2, 3, 4]));
  });

  test('draws binomial counts', () => {
    const values = sample({ distribution: 'binomial', trials: 10, probability: 0.3 }, 0);
    expect(Math.abs(share(values, 3) - 0.266828)).toBeLessThan(0.01);
  });

  test('gives both ends of a uniform range their full share', () => {
    const values = sample({ min: 1, max: 4 }, 0);
    for (const value of [1, 2, 3, 4]) expect(Math.abs(share(values, value) - 0.25)).toBeLessThan(0.01);
  });

  test('lets each grid number stand for what rounds to it', () => {
    const values = sample({ distribution: 'normal', mean: 0, sd: 1 }, 0);
    expect(Math.abs(share(values, 0) - 0.382925)).toBeLessThan(0.01);
    expect(Math.abs(share(values, 1) - 0.24173)).toBeLessThan(0.01);
  });

  test('rounds to decimals without leaving the range', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('normal', 'uniform', 'exponential', 'gamma' as const),
        fc.integer({ min: -300, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 3 }),
        fc.nat(),
        (distribution, low, width, decimals, row) => {
          const min = low / 7;
          const max = min + width / 7 + 1;
          const positive = distribution === 'gamma' || distribution === 'exponential';
          fc.pre(!positive || max > 1);
          const shape = {
            normal: { mean: 3, sd: 4 },
            uniform: {},
            exponential: { mean: 9 },
            gamma: { shape: 2, scale: 2 },
          };
          const sampler = numericSampler({ distribution, ...shape[distribution], min, max }, decimals);
          const value = sampler.grid.valueAt(sampler.draw(streamFor(1, 't', 'f').at(row)));
          expect(value).toBeGreaterThanOrEqual(min);
          expect(value).toBeLessThanOrEqual(max);
          expect(value).toBe(Number(value.toFixed(decimals)));
        },
      ),
    );
  });

  test('keeps a decimal limit that doubles cannot hold exactly', () => {
    const sampler = numericSampler({ min: 0.07, max: 0.29 }, 2);
    expect([sampler.grid.valueAt(sampler.low), sampler.grid.valueAt(sampler.high)]).toEqual([0.07, 0.29]);
  });
});
