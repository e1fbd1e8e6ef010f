import { expect, test } from 'vitest';
import { quantile } from '../../../src/statistics/quantile';

test.each([
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[10, 20], 0.1, 11],
  [[5], 0.9, 5],
  [[1, 2, 3], 0, 1],
  [[1, 2, 3], 1, 3],
])('the quantile of %j at %d is %d', (values, p, expected) => {
  expect(quantile(values, p)).toBeCloseTo(expected, 12);
});

test('no values have no quantile', () => {
  expect(quantile([], 0.5)).toBeNaN();
});
