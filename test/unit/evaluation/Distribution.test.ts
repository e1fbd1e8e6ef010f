import { describe, expect, test } from 'vitest';
import { Distribution } from '../../../src/evaluation/Distribution';

function of(values: Iterable<number>): Distribution {
  const distribution = new Distribution();
  for (const value of values) distribution.add(value);
  return distribution;
}

describe('a distribution', () => {
  test('knows count, ends, mean and standard deviation', () => {
    // Mean 5, squared deviations 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32, over 7.
    const distribution = of([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(distribution).toMatchObject({ count: 8, minimum: 2, maximum: 9, mean: 5, distinct: 5 });
    expect(distribution.standardDeviation).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(distribution.sorted()).toEqual([
      [2, 1],
      [4, 3],
      [5, 2],
      [7, 1],
      [9, 1],
    ]);
  });

  test('takes a value several times at once', () => {
    const once = of([2, 4, 4, 4, 5, 5, 7, 9]);
    const atOnce = of([2, 5, 5, 7, 9]);
    atOnce.add(4, 3);
    expect(atOnce.sorted()).toEqual(once.sorted());
    expect(atOnce.count).toBe(8);
    expect(atOnce.mean).toBeCloseTo(5, 12);
    expect(atOnce.standardDeviation).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  test('finds values by rank', () => {
    expect(of([9, 1, 5, 5]).atRanks([0, 1, 2, 3])).toEqual([1, 5, 5, 9]);
  });

  test('has no standard deviation for one value', () => {
    expect(of([3]).standardDeviation).toBeNull();
  });

  test('stays small and near the truth when values are many', () => {
    const many = 250_000;
    // 0, 1, 2 ... in a scattered order: 7919 is prime to 250,000.
    const distribution = of(Array.from({ length: many }, (_, at) => (at * 7919) % many));
    expect(distribution.distinct).toBeNull();
    expect(distribution.sorted().length).toBeLessThanOrEqual(8192);
    expect(distribution.sorted().reduce((sum, [, count]) => sum + count, 0)).toBe(many);
    const [median = NaN] = distribution.atRanks([many / 2]);
    expect(Math.abs(median - many / 2)).toBeLessThan(many / 4096);
    expect(distribution.mean).toBeCloseTo((many - 1) / 2, 3);
  });

  test('widens its bins when later values lie far away', () => {
    const distribution = of([...Array.from({ length: 100_001 }, (_, at) => at / 1000), -1e6, 1e6]);
    expect(distribution.sorted().length).toBeLessThanOrEqual(8192);
    expect(distribution.sorted()[0]).toEqual([expect.closeTo(-1e6, 0), 1]);
    expect(distribution.count).toBe(100_003);
  });
});
