import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  dateOf,
  datetimeOf,
  dayOf,
  momentOf,
  secondOf,
  timeOf,
  weekdayOf,
} from '../../../../src/fields/shared/calendar';

describe('dayOf and dateOf', () => {
  test('count days from 1970-01-01', () => {
    expect(dayOf('1970-01-01')).toBe(0);
    expect(dayOf('1969-12-31')).toBe(-1);
    expect(dayOf('2000-03-01')).toBe(11_017);
    expect(dateOf(11_017)).toBe('2000-03-01');
  });

  test('agree with each other and with the platform on every day of four centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 90_000 }), (day) => {
        const date = dateOf(day) ?? '';
        expect(dayOf(date)).toBe(day);
        expect(new Date(day * 86_400_000).toISOString().slice(0, 10)).toBe(date);
        expect(weekdayOf(day)).toBe(new Date(day * 86_400_000).getUTCDay());
      }),
    );
  });

  test.each([
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '0000-01-01',
    '2025-1-1',
    'x',
    '1900-02-29',
  ])('know no day %s', (date) => expect(dayOf(date)).toBeUndefined());

  test('know leap days by the century rule', () => {
    expect(dayOf('2000-02-29')).toBe(11_016);
    expect(dayOf('2024-02-29')).toBe(19_782);
  });

  test('end with the year 9999', () => {
    expect(dateOf(dayOf('9999-12-31') ?? 0)).toBe('9999-12-31');
    expect(dateOf((dayOf('9999-12-31') ?? 0) + 1)).toBeUndefined();
  });
});

describe('secondOf and timeOf', () => {
  test('read with and without seconds, and write with them', () => {
    expect(secondOf('14:05')).toBe(50_700);
    expect(secondOf('23:59:59')).toBe(86_399);
    expect(timeOf(50_700)).toBe('14:05:00');
    expect(timeOf(86_399)).toBe('23:59:59');
    expect(timeOf(0)).toBe('00:00:00');
  });

  test.each(['24:00', '12:60', '1:00', '12:00:60', ''])('know no time %s', (time) =>
    expect(secondOf(time)).toBeUndefined(),
  );
});

describe('momentOf and datetimeOf', () => {
  test('read dates and datetimes, before 1970 too', () => {
    expect(momentOf('1970-01-02')).toBe(86_400);
    expect(momentOf('1970-01-02T00:01')).toBe(86_460);
    expect(datetimeOf(-1)).toBe('1969-12-31T23:59:59');
    expect(momentOf('1970-01-02 00:01')).toBeUndefined();
  });
});

describe('addMonths', () => {
  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-15', -3, '2023-12-15'],
    ['2025-05-31', -1, '2025-04-30'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(dateOf(addMonths(dayOf(from) ?? NaN, months))).toBe(to);
  });
});
