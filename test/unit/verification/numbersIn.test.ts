import { describe, expect, test } from 'vitest';
import { numberKey, numbersIn } from '../../../src/verification/numbersIn';
import { numberWordsIn } from '../../../src/verification/numberWordsIn';

describe('numbersIn', () => {
  test.each([
    ['BP 142/88, temp 37.8.', ['142', '88', '37.8']],
    ['$1,250.00 on 4 March 2025', ['1,250.00', '4', '2025']],
    ['at 08:15', ['08', '15']],
    ['SYN-00012 and 2025-03-04', ['00012', '2025', '03', '04']],
    ['1,2 and 12,345,678', ['1', '2', '12,345,678']],
    ['586,320, then 1,2345', ['586,320', '1', '2345']],
    ['none at all', []],
  ])('finds the digits of “%s”', (text, expected) => {
    expect(numbersIn(text)).toEqual(expected);
  });
});

describe('numberKey', () => {
  test.each([
    ['1,250.00', '1250'],
    ['37.80', '37.8'],
    ['08', '8'],
    ['000', '0'],
    ['0.50', '0.5'],
    ['12345678901234567890', '12345678901234567890'],
  ])('reads %s as %s', (digits, key) => {
    expect(numberKey(digits)).toBe(key);
  });
});

describe('numberWordsIn', () => {
  test.each([
    ['for three days', ['3']],
    ['forty-one and twenty two', ['41', '22']],
    ['one of them, no one else', []],
    ['first seen, a second opinion', []],
    ['the fourth visit, twice daily', ['4', '2']],
    ['a third party, third-party claims', []],
  ])('reads “%s” as %j', (text, keys) => {
    expect(numberWordsIn(text).map((word) => word.key)).toEqual(keys);
  });
});
