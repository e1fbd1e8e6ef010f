import { expect, test } from 'vitest';
import { nextCell } from '../../../../../src/app/screens/records/nextCell';

const size = { rows: 100, columns: 5, page: 20 };
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false });
const from = { row: 10, column: 2 };

test('arrows move by one, page keys by a page', () => {
  expect(nextCell(from, press('ArrowDown'), size)).toEqual({ row: 11, column: 2 });
  expect(nextCell(from, press('ArrowLeft'), size)).toEqual({ row: 10, column: 1 });
  expect(nextCell(from, press('PageDown'), size)).toEqual({ row: 30, column: 2 });
});

test('nothing moves past the edges', () => {
  expect(nextCell({ row: 0, column: 0 }, press('ArrowUp'), size)).toEqual({ row: 0, column: 0 });
  expect(nextCell({ row: 95, column: 4 }, press('PageDown'), size)).toEqual({ row: 99, column: 4 });
});

test('with Ctrl, Home and End go to the corners', () => {
  expect(nextCell(from, press('Home', true), size)).toEqual({ row: 0, column: 0 });
  expect(nextCell(from, press('End', true), size)).toEqual({ row: 99, column: 4 });
  expect(nextCell(from, press('End'), size)).toEqual({ row: 10, column: 4 });
});

test('other keys are left to others', () => {
  expect(nextCell(from, press('a'), size)).toBeNull();
});
