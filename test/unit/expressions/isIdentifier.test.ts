import { expect, test } from 'vitest';
import { isIdentifier } from '../../../src/expressions/isIdentifier';

test.each(['age', '_x', 'birth_date', 'A1', 'e', 'inn'])('takes %s', (name) => {
  expect(isIdentifier(name)).toBe(true);
});

test.each([
  '',
  '1a',
  'a-b',
  'a b',
  'été',
  '😀',
  'in',
  'true',
  'if',
  'today',
  '__proto__',
  'constructor',
  'toString',
])('refuses “%s”', (name) => {
  expect(isIdentifier(name)).toBe(false);
});

test('refuses every name that a plain object carries', () => {
  for (const name of Object.getOwnPropertyNames(Object.prototype)) expect(isIdentifier(name)).toBe(false);
});
