import { describe, expect, test } from 'vitest';
import type { Cell, ColumnType } from '../../../src/dataset/RowBatch';
import { ColumnProfiler } from '../../../src/evaluation/ColumnProfiler';
import type { ColumnProfile } from '../../../src/evaluation/Report';

function profile(type: ColumnType, ...batches: Cell[][]): ColumnProfile {
  const profiler = new ColumnProfiler({ path: 'x', label: 'X', type, origin: 'sampled' });
  for (const cells of batches) profiler.add(cells);
  return profiler.profile();
}

describe('the profile of a column', () => {
  test('of whole numbers counts each value over all batches', () => {
    expect(profile('integer', [3, 1, null], [2, 3, 3])).toEqual({
      path: 'x',
      label: 'X',
      type: 'integer',
      origin: 'sampled',
      rows: 6,
      missing: 1,
      distinct: 3,
      minimum: 1,
      median: 3,
      maximum: 3,
      mean: 2.4,
      standardDeviation: expect.closeTo(Math.sqrt(0.8), 12) as number,
      bars: [
        { label: '1', count: 1 },
        { label: '2', count: 1 },
        { label: '3', count: 3 },
      ],
      barsOf: 'bins',
      others: 0,
    });
  });

  test('takes the middle of the two middle numbers, the lower of the two middle dates', () => {
    expect(profile('number', [1, 2, 4, 9]).median).toBe(3);
    expect(profile('date', ['2025-01-04', '2025-01-01', '2025-01-02', '2025-01-09'])).toMatchObject({
      minimum: '2025-01-01',
      median: '2025-01-02',
      maximum: '2025-01-09',
      mean: null,
    });
  });

  test('of datetimes and times keeps their form', () => {
    expect(profile('datetime', ['2025-01-01T10:00:00', '2025-01-01T08:30:05']).minimum).toBe(
      '2025-01-01T08:30:05',
    );
    expect(profile('time', ['23:59:59', '00:00:01']).maximum).toBe('23:59:59');
  });

  test('of texts names the most frequent first, the rest as others', () => {
    const cells = Array.from({ length: 14 }, (_, at) => `v${String(at)}`);
    const { bars, others, barsOf, distinct } = profile('text', [...cells, 'v5', 'v5', 'v9', null]);
    expect(bars).toHaveLength(12);
    expect(bars.slice(0, 3)).toEqual([
      { label: 'v5', count: 3 },
      { label: 'v9', count: 2 },
      { label: 'v0', count: 1 },
    ]);
    expect({ others, barsOf, distinct }).toEqual({ others: 2, barsOf: 'values', distinct: 14 });
  });

  test('of texts that all differ has no bars', () => {
    const { bars, others } = profile(
      'text',
      Array.from({ length: 30 }, (_, at) => `id${String(at)}`),
    );
    expect({ bars, others }).toEqual({ bars: [], others: 30 });
  });

  test('of prose counts its words', () => {
    const texts = ['Seen today after a fall at home.', 'No pain.', "Well today, didn't sleep until 2.30."];
    expect(profile('text', texts)).toMatchObject({
      barsOf: 'words',
      minimum: 2,
      median: 6,
      maximum: 7,
      distinct: 3,
    });
  });

  test('of long but few values stays a list of values', () => {
    const long = 'shortness of breath on exertion at night';
    expect(profile('text', [long, long, long, 'chest pain']).barsOf).toBe('values');
  });

  test('of truth values counts both', () => {
    expect(profile('boolean', [true, false, true]).bars).toEqual([
      { label: 'true', count: 2 },
      { label: 'false', count: 1 },
    ]);
  });

  test.each<ColumnType>(['integer', 'date', 'text', 'boolean'])(
    'of nothing but missing cells (%s) has no numbers',
    (type) => {
      expect(profile(type, [null, null])).toMatchObject({
        rows: 2,
        missing: 2,
        distinct: 0,
        minimum: null,
        median: null,
        maximum: null,
        mean: null,
        bars: [],
        others: 0,
      });
    },
  );
});
