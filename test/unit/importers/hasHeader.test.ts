import { expect, test } from 'vitest';
import { fieldKeys } from '../../../src/importers/fromCsv/fieldKeys';
import { hasHeader } from '../../../src/importers/fromCsv/hasHeader';

const repeat = (row: string[]): string[][] => new Array<string[]>(20).fill(row);

test.each([
  ['names above numbers', ['age', 'sex'], repeat(['61', 'f']), true],
  ['numbers above numbers', ['61', 'f'], repeat(['47', 'm']), false],
  ['a date above dates', ['2024-01-02', 'seen'], repeat(['2024-02-03', 'left']), false],
  ['years as names', ['2019', '2020', '2021'], repeat(['5', '6', '7']), true],
  ['words that come again below', ['male', 'white'], repeat(['male', 'white']), false],
  ['a number above words', ['1', 'name'], repeat(['x', 'y']), true],
  ['names and nothing else', ['age', 'sex'], [], true],
  ['one record and nothing else', ['61', 'f'], [], false],
  ['nothing', ['', ''], repeat(['1', '2']), false],
])('%s', (_, first, below, expected) => {
  expect(hasHeader(first, below)).toBe(expected);
});

test('keys are names that expressions can use, one for each header', () => {
  expect(
    fieldKeys(['Blood Pressure (sys)', 'birthDate', 'today', '', '😀', '__proto__', 'x', 'X', '2nd']),
  ).toEqual([
    'blood_pressure_sys',
    'birth_date',
    'today_',
    'column_4',
    'column_5',
    'proto',
    'x',
    'x_2',
    'n2nd',
  ]);
});
