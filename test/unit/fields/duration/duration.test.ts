import { describe, expect, test } from 'vitest';
import { duration } from '../../../../src/fields/duration/duration';
import { drawField, reviewField } from '../../../support/drawField';

const record = () => ({ day: '2024-01-31', moment: '2024-12-31T23:30:00' });

describe('duration', () => {
  test.each([
    [{ from: 'day', unit: 'months' as const, min: 1, max: 1 }, '2024-02-29'],
    [{ from: 'day', unit: 'years' as const, min: 2, max: 2, direction: 'before' as const }, '2022-01-31'],
    [{ from: 'moment', unit: 'minutes' as const, min: 45, max: 45 }, '2025-01-01T00:15:00'],
    [{ from: 'moment', unit: 'weeks' as const, min: 1, max: 1 }, '2025-01-07'],
    [
      { from: 'moment', unit: 'days' as const, min: 1, max: 1, as: 'datetime' as const },
      '2025-01-01T23:30:00',
    ],
    [{ from: 'day', unit: 'hours' as const, min: 1.5, max: 1.5, decimals: 1 }, '2024-01-31T01:30:00'],
  ])('%j gives %s', (options, expected) => {
    expect(drawField(duration, options, 1, { record })).toEqual([[expected]]);
  });

  test('is missing where what it counts from is missing', () => {
    const missing = () => ({ day: null });
    expect(
      drawField(duration, { from: 'day', unit: 'days', min: 1, max: 2 }, 1, { record: missing }),
    ).toEqual([[null]]);
  });

  test('keeps to bounds in either direction and in months', () => {
    const options = { from: 'day', unit: 'months' as const, min: 0, max: 48 };
    const bounds = () => ({ min: '2025-06-01', max: '2025-08-30' });
    const [after = []] = drawField(duration, options, 40, { record, bounds });
    expect(new Set(after)).toEqual(new Set(['2025-06-30', '2025-07-31']));
    const before = { ...options, direction: 'before' as const };
    const [earlier = []] = drawField(duration, before, 40, {
      record,
      bounds: () => ({ min: '2023-11-01', max: '2023-12-31' }),
    });
    expect(new Set(earlier)).toEqual(new Set(['2023-11-30', '2023-12-31']));
  });

  test('refuses to count from what is no date, and parts of months', () => {
    const options = { unit: 'months' as const, min: 1, max: 2 };
    expect(reviewField(duration, { ...options, from: 'kind' })).toEqual([
      '`visit.fields.it.from`: `kind` is of type text. Name a date or a date with time.',
    ]);
    expect(reviewField(duration, { ...options, from: 'dai' })[0]).toMatch(
      /no field `dai`; did you mean `day`\?/,
    );
    expect(reviewField(duration, { ...options, from: 'day', decimals: 1 })[0]).toMatch(
      /months and years have no decimals/,
    );
  });
});
