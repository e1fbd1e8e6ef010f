import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as say } from '../../../../src/problems/describe';
import type { Distribution } from '../../../../src/statistics/distributions/Distribution';
import { distributions } from '../../../../src/statistics/distributions/distributions';
import * as scipy from '../scipyValues.data';

const all: Readonly<Record<string, Distribution>> = distributions;
const { binomial, poisson } = distributions;

/** Lawful parameters of each. */
const lawful: Readonly<Record<keyof typeof distributions, fc.Arbitrary<Record<string, number>>>> = {
  uniform: span().map(([min, max]) => ({ min, max })),
  normal: fc.record({ mean: real(-100, 100), sd: real(0.01, 50) }),
  lognormal: fc.record({ mu: real(-3, 3), sigma: real(0.05, 2) }),
  triangular: fc
    .tuple(span(), real(0, 1))
    .map(([[min, max], at]) => ({ min, max, mode: min + at * (max - min) })),
  exponential: fc.record({ mean: real(0.01, 1000) }),
  gamma: fc.record({ shape: real(0.1, 500), scale: real(0.01, 100) }),
  beta: fc.record({ alpha: real(0.2, 300), beta: real(0.2, 300) }),
  poisson: fc.record({ mean: real(0, 5000) }),
  binomial: fc.record({ trials: fc.integer({ min: 0, max: 5000 }), probability: real(0, 1) }),
};

function real(min: number, max: number) {
  return fc.double({ min, max, noNaN: true });
}

function span() {
  return fc.tuple(real(-100, 100), real(0.5, 200)).map(([min, width]) => [min, min + width] as const);
}

describe('distributions agree with scipy', () => {
  test.each(scipy.distributionValues)('%s(%j) at %d', (name, values, x, cdf, survival) => {
    const distribution = all[name]!;
    const parameters = Object.fromEntries(
      distribution.parameters.map((each, index) => [each, values[index]!]),
    );
    expect(Math.abs(distribution.cdf(x, parameters) / cdf - 1)).toBeLessThan(1e-10);
    expect(Math.abs(distribution.survival(x, parameters) / survival - 1)).toBeLessThan(1e-10);
  });
  test.each(scipy.poissonValues)('poisson(%d) at %d', (mean, k, cdf, survival) => {
    expect(Math.abs(poisson.cdf(k!, { mean: mean! }) / cdf! - 1)).toBeLessThan(1e-10);
    expect(Math.abs(poisson.survival(k!, { mean: mean! }) / survival! - 1)).toBeLessThan(1e-10);
  });
  test.each(scipy.poissonQuantileValues)('poisson(%d) reaches %d', (mean, p, expected) => {
    expect(poisson.quantile(p!, { mean: mean! })).toBe(expected);
  });
  test.each(scipy.binomialValues)('binomial(%d, %d) at %d', (trials, probability, k, cdf, survival) => {
    const parameters = { trials: trials!, probability: probability! };
    expect(Math.abs(binomial.cdf(k!, parameters) / cdf! - 1)).toBeLessThan(1e-10);
    expect(Math.abs(binomial.survival(k!, parameters) / survival! - 1)).toBeLessThan(1e-10);
  });
  test.each(scipy.binomialQuantileValues)(
    'binomial(%d, %d) reaches %d',
    (trials, probability, p, expected) => {
      expect(binomial.quantile(p!, { trials: trials!, probability: probability! })).toBe(expected);
    },
  );
});

describe.each(Object.keys(distributions) as (keyof typeof distributions)[])('%s', (name) => {
  const distribution = all[name]!;

  test('finds nothing wrong with lawful parameters', () => {
    fc.assert(fc.property(lawful[name], (parameters) => distribution.problems(parameters).length === 0));
  });

  test('wants every parameter', () => {
    const found = distribution.problems({}).map((each) => each.at);
    expect(found).toEqual([...distribution.parameters]);
  });

  test('gives back the share that a quantile was asked for', () => {
    fc.assert(
      fc.property(lawful[name], real(1e-9, 1 - 1e-9), (parameters, p) => {
        const x = distribution.quantile(p, parameters);
        const share = distribution.cdf(x, parameters);
        if (!distribution.discrete) return Math.abs(share - p) < 1e-7 * Math.min(1, p + 0.05);
        return share >= p - 1e-12 && (x === 0 || distribution.cdf(x - 1, parameters) < p + 1e-12);
      }),
    );
  });

  test('has tails that make up the whole and shares that rise', () => {
    fc.assert(
      fc.property(lawful[name], real(-200, 400), real(0, 50), (parameters, x, step) => {
        const share = distribution.cdf(x, parameters);
        const whole = share + distribution.survival(x, parameters);
        return Math.abs(whole - 1) < 1e-9 && distribution.cdf(x + step, parameters) >= share - 1e-12;
      }),
    );
  });
});

describe('problems', () => {
  test.each([
    ['normal', { mean: 1, sd: 0 }, '`sd`: `sd` is 0; it must be above 0.'],
    ['uniform', { min: 9, max: 2 }, '`max`: `min` is 9 and above `max`, which is 2. Put them in order.'],
    [
      'triangular',
      { min: 1, mode: 7, max: 5 },
      '`mode`: `mode` is 7 and above `max`, which is 5. Put them in order.',
    ],
    [
      'binomial',
      { trials: 2.5, probability: 0.5 },
      '`trials`: `trials` is 2.5; it must be a whole number from 0 to 1,000,000,000.',
    ],
    [
      'binomial',
      { trials: 2, probability: 1.5 },
      '`probability`: `probability` is 1.5; it must lie between 0 and 1.',
    ],
    ['poisson', { mean: -1 }, '`mean`: `mean` is -1; it must not be below 0.'],
    ['gamma', { shape: 1, scale: NaN }, '`scale`: the distribution needs a number for `scale`.'],
  ])('%s %j', (name, parameters, sentence) => {
    expect(all[name]!.problems(parameters).map(say)).toEqual([sentence]);
  });
});
