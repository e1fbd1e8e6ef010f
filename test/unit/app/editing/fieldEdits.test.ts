import { expect, test } from 'vitest';
import {
  freeName,
  insertField,
  moveField,
  removeField,
  withConstraints,
} from '../../../../src/app/editing/fieldEdits';

const fields = { a: { type: 'id' }, b: { type: 'date' }, c: { type: 'time' } };
const order = (of: object): string => Object.keys(of).join('');

test('a name that is taken gets a number', () => {
  expect(freeName('age', ['sex'])).toBe('age');
  expect(freeName('age', ['age', 'age_2'])).toBe('age_3');
});

test('a field goes after the one named, or last', () => {
  expect(order(insertField(fields, 'x', { type: 'id' }, 'a'))).toBe('axbc');
  expect(order(insertField(fields, 'x', { type: 'id' }))).toBe('abcx');
});

test('a field moves to its new place', () => {
  expect(order(moveField(fields, 'a', 2))).toBe('bca');
  expect(order(moveField(fields, 'c', 0))).toBe('cab');
  expect(order(moveField(fields, 'nobody', 0))).toBe('abc');
});

test('a removed field leaves the order of the others', () => {
  expect(order(removeField(fields, 'b'))).toBe('ac');
});

test('the last constraint takes the list with it', () => {
  const draft = { tables: { t: { fields, constraints: [{ rule: 'a > 1' }] } } };
  expect(withConstraints(draft, 't', () => []).tables['t']).toEqual({ fields });
});
