import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formOf, temporalCode, temporalText } from '../../../src/storage/temporalCode';

describe('the code of a date or time', () => {
  test('counts months of 31 days, and seconds', () => {
    expect(temporalCode('0000-01-01', 'date')).toBe(0);
    expect(temporalCode('2025-02-03', 'date')).toBe((2025 * 12 + 1) * 31 + 2);
    expect(temporalCode('01:02:03', 'time')).toBe(3723);
    expect(temporalCode('0000-01-02T00:00:01', 'datetime')).toBe(86_401);
  });

  test.each([
    ['2025-13-01', 'date'],
    ['2025-00-01', 'date'],
    ['2025-01-32', 'date'],
    ['2025/01/01', 'date'],
    ['٢٠٢٥-01-01', 'date'],
    ['24:00:00', 'time'],
    ['00:60:00', 'time'],
    ['2025-01-01 00:00:00', 'datetime'],
  ] as const)('is none for %s', (text, form) => {
    expect(temporalCode(text, form)).toBeNaN();
  });

  test('leads back to the text', () => {
    const two = (most: number, least = 0): fc.Arbitrary<string> =>
      fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'));
    const parts = fc.tuple(two(99), two(99), two(12, 1), two(31, 1), two(23), two(59), two(59));
    fc.assert(
      fc.property(parts, ([century, year, month, day, hours, minutes, seconds]) => {
        const date = `${century}${year}-${month}-${day}`;
        const time = `${hours}:${minutes}:${seconds}`;
        for (const text of [date, time, `${date}T${time}`]) {
          const form = formOf(text) ?? 'date';
          expect(temporalText(temporalCode(text, form), form)).toBe(text);
        }
      }),
    );
  });
});
