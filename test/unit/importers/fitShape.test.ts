import { expect, test } from 'vitest';
import { fitShape } from '../../../src/importers/fromCsv/fitShape';
import { distributions } from '../../../src/statistics/distributions/distributions';

const shares = Array.from({ length: 999 }, (_, index) => (index + 1) / 1000);

test('evenly spread numbers are uniform', () => {
  const { options, distance } = fitShape(shares, { min: 0, max: 1 });
  expect(options).toEqual({ distribution: 'uniform' });
  expect(distance).toBeLessThan(0.002);
});

test('quantiles of a normal are normal, with its own mean and spread', () => {
  const sample = shares.map((share) => distributions.normal.quantile(share, { mean: 120, sd: 15 }));
  const { options, distance } = fitShape(sample, { min: 60, max: 180 });
  expect(options).toMatchObject({ distribution: 'normal', mean: 120 });
  expect('sd' in options && Math.abs(options.sd - 15)).toBeLessThan(0.2);
  expect(distance).toBeLessThan(0.01);
});

test('quantiles of an exponential are exponential', () => {
  const sample = shares.map((share) => distributions.exponential.quantile(share, { mean: 10 }));
  expect(fitShape(sample, { min: 0, max: 100 }).options).toEqual({ distribution: 'exponential', mean: 9.97 });
});

test('amounts are lognormal, and a few zeros do not change that', () => {
  const amounts = shares.map((share) => distributions.lognormal.quantile(share, { mu: 7, sigma: 1 }));
  for (const sample of [amounts, [...amounts, ...new Array<number>(20).fill(0)]]) {
    const { options } = fitShape(sample, { min: 0, max: 50_000 });
    expect(options).toMatchObject({ distribution: 'lognormal', mu: 7 });
    expect('sigma' in options && Math.abs(options.sigma - 1)).toBeLessThan(0.01);
  }
});

test('a few far values do not pull a normal away from its middle', () => {
  const sample = shares.map((share) => distributions.normal.quantile(share, { mean: 7.4, sd: 0.1 }));
  const { options } = fitShape([...sample, 900, 950, 999], { min: 7, max: 1000 });
  expect(options).toMatchObject({ distribution: 'normal', mean: 7.4 });
});

test('a shape far from all says so by its distance', () => {
  const spike = [...new Array<number>(900).fill(0), ...shares.slice(0, 99).map((share) => share * 10_000)];
  expect(fitShape(spike, { min: 0, max: 1000 }).distance).toBeGreaterThan(0.15);
});
