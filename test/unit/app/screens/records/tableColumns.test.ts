import { expect, test } from 'vitest';
import { columnsInSight, tableColumns } from '../../../../../src/app/screens/records/tableColumns';
import type { Recipe } from '../../../../../src/recipe/Recipe';

const field = (label?: string) => ({
  type: 'integer',
  min: 0,
  max: 9,
  ...(label === undefined ? {} : { label }),
});
const recipe: Recipe = {
  cloister: 1,
  title: 'T',
  seed: 1,
  today: '2026-01-01',
  tables: {
    t: { rows: 3, fields: { a: field(), b: field('a label much longer than its numbers are'), c: field() } },
  },
};
const columns = tableColumns(recipe, 't');

test('columns stand side by side', () => {
  expect(columns.map(({ left }) => left)).toEqual([
    0,
    columns[0]!.width,
    columns[0]!.width + columns[1]!.width,
  ]);
});

test('a long label gets more room, within reason', () => {
  expect(columns[1]!.width).toBe(240);
  expect(columns[1]!.width).toBeGreaterThan(columns[0]!.width);
});

test('only the columns between two pixels are in sight', () => {
  const [first, second] = columns;
  expect(columnsInSight(columns, 0, 10_000)).toEqual([0, 3]);
  expect(columnsInSight(columns, first!.width, first!.width + 1)).toEqual([1, 2]);
  expect(columnsInSight(columns, 0, first!.width + second!.width)).toEqual([0, 2]);
  expect(columnsInSight([], 0, 500)).toEqual([0, 0]);
});
