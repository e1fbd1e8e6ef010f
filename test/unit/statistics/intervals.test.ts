import { describe, expect, test } from 'vitest';
import { studentQuantile } from '../../../src/statistics/studentQuantile';
import { wilsonInterval } from '../../../src/statistics/wilsonInterval';

describe('studentQuantile', () => {
  test.each([0.6, 0.9, 0.975, 0.999])('has a closed form for one and two degrees, at %d', (p) => {
    expect(studentQuantile(1, p)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 8);
    expect(studentQuantile(2, p)).toBeCloseTo((2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p))), 10);
  });

  // Percentiles as printed in any table of the t distribution.
  test.each([
    [4, 2.7764],
    [9, 2.2622],
    [19, 2.093],
    [120, 1.9799],
  ])('is that of the tables for %d degrees', (degrees, expected) => {
    expect(studentQuantile(degrees, 0.975)).toBeCloseTo(expected, 4);
    expect(studentQuantile(degrees, 0.025)).toBeCloseTo(-expected, 4);
    expect(studentQuantile(degrees, 0.5)).toBe(0);
  });
});

describe('wilsonInterval', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is that of Newcombe for %d of %d', (hits, trials, low, high) => {
    const found = wilsonInterval(hits, trials);
    expect(found[0]).toBeCloseTo(low, 4);
    expect(found[1]).toBeCloseTo(high, 4);
    const [otherLow, otherHigh] = wilsonInterval(trials - hits, trials);
    expect(otherLow).toBeCloseTo(1 - found[1], 12);
    expect(otherHigh).toBeCloseTo(1 - found[0], 12);
  });

  test('knows nothing without a trial', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});
