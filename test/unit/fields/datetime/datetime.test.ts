import { describe, expect, test } from 'vitest';
import { date } from '../../../../src/fields/date/date';
import { datetime } from '../../../../src/fields/datetime/datetime';
import { time } from '../../../../src/fields/time/time';
import { drawField, reviewField } from '../../../support/drawField';

describe('date', () => {
  test('takes every day of its range, both ends included, and no other', () => {
    const [cells = []] = drawField(date, { from: '2024-02-28', to: '2024-03-01' }, 60);
    expect([...new Set(cells)].sort()).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  });

  test('falls on the weekdays it is given', () => {
    // Mondays and Sundays of the first half of January 2025.
    const [cells = []] = drawField(
      date,
      { from: '2025-01-01', to: '2025-01-15', weekdays: ['mon', 'sun'] },
      80,
    );
    expect([...new Set(cells)].sort()).toEqual(['2025-01-05', '2025-01-06', '2025-01-12', '2025-01-13']);
  });

  test('obeys the day of a datetime that bounds it', () => {
    const bounds = () => ({ min: '2025-01-30T10:00:00', max: '2025-01-30T11:00:00' });
    expect(drawField(date, { from: '2025-01-01', to: '2025-12-31' }, 1, { bounds })).toEqual([
      ['2025-01-30'],
    ]);
    const strict = () => ({ min: '2025-12-30T10:00:00', minStrict: true });
    expect(drawField(date, { from: '2025-01-01', to: '2025-12-31' }, 1, { bounds: strict })).toEqual([
      ['2025-12-31'],
    ]);
  });

  test.each([
    [
      { from: '2025-02-30', to: '2025-03-01' },
      '`visit.fields.it.from`: “2025-02-30” is no real date or time. Write it like 2025-03-04.',
    ],
    [
      { from: '2025-03-02', to: '2025-03-01' },
      '`visit.fields.it.from`: it begins at 2025-03-02, after its end at 2025-03-01. Swap them or change one.',
    ],
    [
      { from: '2025-01-03', to: '2025-01-03', weekdays: ['mon' as const] },
      '`visit.fields.it.weekdays`: nothing is left between 2025-01-03 and 2025-01-03. Allow more weekdays or hours, a finer step or a longer time.',
    ],
  ])('refuses %j', (options, sentence) => expect(reviewField(date, options)).toEqual([sentence]));
});

describe('datetime', () => {
  test('counts its last day as a whole, in steps from midnight', () => {
    const options = { from: '2025-01-01', to: '2025-01-01', granularityMinutes: 480 };
    const [cells = []] = drawField(datetime, options, 60);
    expect([...new Set(cells)].sort()).toEqual([
      '2025-01-01T00:00:00',
      '2025-01-01T08:00:00',
      '2025-01-01T16:00:00',
    ]);
    expect(datetime.variety?.(options)).toBe(3);
  });

  test('stays within its hours', () => {
    const options = {
      from: '2025-01-01',
      to: '2025-12-31',
      hours: [8, 10] as [number, number],
      granularityMinutes: 30,
    };
    const [cells = []] = drawField(datetime, options, 200);
    expect(new Set(cells.map((cell) => String(cell).slice(11)))).toEqual(
      new Set(['08:00:00', '08:30:00', '09:00:00', '09:30:00']),
    );
  });

  test('lies after a bound, strictly where that is asked', () => {
    const options = { from: '2025-01-01T10:00', to: '2025-01-01T12:00', granularityMinutes: 60 };
    const bounds = () => ({ min: '2025-01-01T11:00:00', minStrict: true });
    expect(drawField(datetime, options, 1, { bounds })).toEqual([['2025-01-01T12:00:00']]);
  });

  test('obeys a date that bounds it by its day', () => {
    const bounds = () => ({ max: '2025-01-01' });
    const [cells = []] = drawField(datetime, { from: '2025-01-01', to: '2025-03-31' }, 30, { bounds });
    for (const cell of cells) expect(String(cell).slice(0, 10)).toBe('2025-01-01');
  });

  test('refuses hours and steps that no day has', () => {
    const days = { from: '2025-01-01', to: '2025-01-02' };
    expect(reviewField(datetime, { ...days, hours: [18, 8] })[0]).toMatch(
      /the hours 18 to 8 are not possible/,
    );
    expect(reviewField(datetime, { ...days, granularityMinutes: 0 })[0]).toMatch(/a step of 0 minutes/);
  });
});

describe('time', () => {
  test('takes every step between its ends, both included', () => {
    const [cells = []] = drawField(time, { from: '08:00', to: '09:00', granularityMinutes: 30 }, 60);
    expect([...new Set(cells)].sort()).toEqual(['08:00:00', '08:30:00', '09:00:00']);
  });

  test('refuses times that are not on the clock', () => {
    expect(reviewField(time, { from: '25:00' })[0]).toMatch(/“25:00” is no real date or time/);
    expect(reviewField(time, { from: '12:00', to: '11:00' })[0]).toMatch(
      /begins at 12:00, after its end at 11:00/,
    );
  });
});
