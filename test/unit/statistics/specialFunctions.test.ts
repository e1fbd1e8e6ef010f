import { describe, expect, test } from 'vitest';
import { betaI } from '../../../src/statistics/betaI';
import { betaQuantile } from '../../../src/statistics/betaQuantile';
import { gammaP, gammaQ } from '../../../src/statistics/gammaP';
import { gammaQuantile } from '../../../src/statistics/gammaQuantile';
import { logGamma } from '../../../src/statistics/logGamma';
import { normalCdf } from '../../../src/statistics/normalCdf';
import { normalQuantile } from '../../../src/statistics/normalQuantile';
import * as scipy from './scipyValues.data';

/** Agreement to ten significant digits, tails included. */
function expectClose(actual: number, expected: number): void {
  const error = Math.abs(actual - expected);
  expect(error, `${actual} against ${expected}`).toBeLessThanOrEqual(1e-10 * Math.abs(expected) + 1e-300);
}

describe('the special functions agree with scipy to ten digits', () => {
  test.each(scipy.normalCdfValues)('normalCdf(%d)', (x, expected) => {
    expectClose(normalCdf(x!), expected!);
  });
  test.each(scipy.normalQuantileValues)('normalQuantile(%d)', (p, expected) => {
    expectClose(normalQuantile(p!), expected!);
  });
  test.each(scipy.logGammaValues)('logGamma(%d)', (x, expected) => {
    expectClose(logGamma(x!), expected!);
  });
  test.each(scipy.gammaValues)('gammaP and gammaQ(%d, %d)', (a, x, lower, upper) => {
    expectClose(gammaP(a!, x!), lower!);
    expectClose(gammaQ(a!, x!), upper!);
  });
  test.each(scipy.betaValues)('betaI(%d, %d) at %d', (a, b, x, lower, upper) => {
    expectClose(betaI(x!, a!, b!), lower!);
    expectClose(betaI(1 - x!, b!, a!, x!), upper!);
  });
  test.each(scipy.gammaQuantileValues)('gammaQuantile(%d, %d)', (a, p, expected) => {
    expectClose(gammaQuantile(a!, p!), expected!);
  });
  test.each(scipy.gammaUpperValues)('gammaQuantile(%d) with upper share %d', (a, q, expected) => {
    expectClose(gammaQuantile(a!, 1 - q!, q!), expected!);
  });
  test.each(scipy.betaQuantileValues)('betaQuantile(%d, %d, %d)', (a, b, p, expected) => {
    expectClose(betaQuantile(a!, b!, p!), expected!);
  });
});

describe('the ends', () => {
  test('of the normal distribution are at infinity, and beyond a share there is nothing', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
  });
  test('of gamma and beta are their supports', () => {
    expect([gammaQuantile(2, 0), gammaQuantile(2, 1), gammaP(2, -1), gammaQ(2, Infinity)]).toEqual([
      0,
      Infinity,
      0,
      0,
    ]);
    expect([betaQuantile(2, 3, 0), betaQuantile(2, 3, 1), betaI(-0.1, 2, 3), betaI(1.1, 2, 3)]).toEqual([
      0, 1, 0, 1,
    ]);
  });
});

test('betaQuantile holds far into the lower tail, where scipy gives up', () => {
  // Near zero I_x(1/2, 3) = 2 sqrt(x) / B(1/2, 3), and B(1/2, 3) = 16/15.
  expectClose(betaQuantile(0.5, 3, 1e-8), (1e-8 * (8 / 15)) ** 2);
});
