import { expect, test } from 'vitest';
import { finding, isScattered } from '../../../../src/app/words/finding';

const column = { rows: 100, missing: 0, minimum: null, median: null, maximum: null, distinct: 2 } as const;
const values = (...counts: number[]) => counts.map((count, at) => ({ label: `v${at}`, count }));

test('the most frequent value is named with its share of the cells that are there', () => {
  const bars = [
    { label: 'fall', count: 30 },
    { label: 'pain', count: 20 },
  ];
  expect(finding({ ...column, missing: 50, bars, barsOf: 'values' })).toBe('fall in 60%');
});

test('one value everywhere, every value once and nothing at all are said so', () => {
  expect(finding({ ...column, bars: [{ label: 'yes', count: 100 }], barsOf: 'values' })).toBe('always yes');
  expect(finding({ ...column, distinct: 100, bars: values(1, 1), barsOf: 'values' })).toBe(
    'every value occurs once',
  );
  expect(finding({ ...column, missing: 100, bars: [], barsOf: 'values' })).toBe('missing in every record');
});

test('numbers are told by their ends and their middle', () => {
  const numbers = {
    ...column,
    minimum: 38,
    median: 84.25,
    maximum: 1521,
    bars: values(3),
    barsOf: 'bins',
  } as const;
  expect(finding(numbers)).toBe('38 to 1,521, half below 84.3');
});

test('a column in which no value stands out needs no picture', () => {
  const names = {
    ...column,
    rows: 10_000,
    distinct: 8_000,
    bars: values(5, 4, 4),
    barsOf: 'values',
  } as const;
  expect(isScattered(names)).toBe(true);
  expect(finding(names)).toBe('8,000 different values, the most frequent in 5 records');
  expect(isScattered({ ...names, bars: values(900, 4) })).toBe(false);
});
