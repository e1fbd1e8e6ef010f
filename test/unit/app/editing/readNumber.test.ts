import { expect, test } from 'vitest';
import { readNumber } from '../../../../src/app/editing/readNumber';

test('numbers are read as people write them', () => {
  expect(readNumber(' 1,240 ', true)).toBe(1240);
  expect(readNumber('1,000,000', true)).toBe(1_000_000);
  expect(readNumber('-0.5', false)).toBe(-0.5);
  expect(readNumber('.5', false)).toBe(0.5);
  expect(readNumber('\u22125', true)).toBe(-5);
  expect(readNumber('1e3', true)).toBe(1000);
});

test('nothing is undefined, and what is not yet a number is unreadable', () => {
  expect(readNumber('', false)).toBeUndefined();
  for (const text of ['-', '1e', 'twelve', '1,24', '0x10', 'Infinity', '1e999']) {
    expect(readNumber(text, false)).toBe('unreadable');
  }
  expect(readNumber('1.5', true)).toBe('unreadable');
});
