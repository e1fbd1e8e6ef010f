import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binsFor } from '../../../src/evaluation/binsFor';
import { toOrdinal, type OrderedType } from '../../../src/evaluation/ordinal';

const place = (cell: string, type: OrderedType): number => toOrdinal(cell, type) ?? NaN;
const between = (from: string, to: string, type: OrderedType) =>
  binsFor(type, place(from, type), place(to, type));

describe('bins', () => {
  test('of few whole numbers are one each', () => {
    expect(binsFor('integer', 1, 4).labels).toEqual(['1', '2', '3', '4']);
  });

  test('of many whole numbers name the first and the last of each', () => {
    // A range of 165 in twentieths is 8.25, so the step is 10.
    const { edges, labels } = binsFor('integer', 37, 202);
    expect(edges[0]).toBe(30);
    expect(edges.at(-1)).toBe(210);
    expect(labels.slice(0, 2)).toEqual(['30 to 39', '40 to 49']);
    expect(labels).toHaveLength(18);
  });

  test('of decimals have round edges', () => {
    expect(binsFor('number', 0.12, 0.87).labels[0]).toBe('0.1 to 0.15');
    expect(binsFor('number', -1.3, 1.2).labels).toContain('-0.2 to 0');
  });

  test('of one value are that value', () => {
    expect(binsFor('number', 36.6, 36.6).labels).toEqual(['36.6']);
    expect(binsFor('integer', 7, 7).labels).toEqual(['7']);
  });

  test('of dates are days, weeks from Monday, months or years, as the range asks', () => {
    expect(between('2025-01-30', '2025-02-01', 'date').labels).toEqual([
      '2025-01-30',
      '2025-01-31',
      '2025-02-01',
    ]);
    // 1 January 2025 was a Wednesday.
    expect(between('2025-01-01', '2025-03-31', 'date').labels[0]).toBe('week of 2024-12-30');
    expect(between('2025-01-01', '2025-12-31', 'date').labels).toHaveLength(12);
    expect(between('2025-01-01', '2025-12-31', 'date').labels[1]).toBe('2025-02');
    expect(between('2020-05-01', '2024-12-31', 'date').labels[0]).toBe('2020-04 to 06');
    expect(between('2010-05-01', '2024-12-31', 'date').labels[0]).toBe('2010');
    expect(between('1930-05-01', '2007-12-31', 'date').labels[0]).toBe('1930 to 1934');
  });

  test('of datetimes within two days are hours or less', () => {
    const { labels } = between('2025-01-01T08:10:00', '2025-01-01T10:20:00', 'datetime');
    expect(labels[0]).toBe('2025-01-01 08:00');
    expect(labels[1]).toBe('2025-01-01 08:15');
  });

  test('of times over a whole day are hours', () => {
    const { labels } = between('00:10:00', '23:50:00', 'time');
    expect(labels).toHaveLength(24);
    expect(labels[13]).toBe('13:00');
  });

  test('cover every value, ascend, and are at most 24', () => {
    const type = fc.constantFrom<OrderedType>('integer', 'number', 'date', 'datetime', 'time');
    const ends = fc.tuple(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: 0, max: 80_000 }));
    fc.assert(
      fc.property(type, ends, (ofType, [a, b]) => {
        const [minimum, maximum] = [Math.min(a, b), Math.max(a, b)];
        const { edges, labels } = binsFor(ofType, minimum, maximum);
        expect(labels.length).toBeGreaterThan(0);
        expect(labels.length).toBeLessThanOrEqual(24);
        expect(edges).toHaveLength(labels.length + 1);
        expect(edges[0]).toBeLessThanOrEqual(minimum);
        expect(edges.at(-1)).toBeGreaterThan(maximum);
        expect(edges).toEqual([...new Set(edges)].sort((x, y) => x - y));
        expect(new Set(labels).size).toBe(labels.length);
      }),
    );
  });
});
