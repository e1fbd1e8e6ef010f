import { describe, expect, test } from 'vitest';
import { compareCells } from '../../../src/constraints/compareCells';
import type { ConstraintReviewContext, ConstraintType } from '../../../src/constraints/ConstraintType';
import { decimalSum } from '../../../src/constraints/decimalSum';
import { foreignKey } from '../../../src/constraints/foreignKey';
import { order } from '../../../src/constraints/order';
import { range } from '../../../src/constraints/range';
import { rule } from '../../../src/constraints/rule';
import { sum } from '../../../src/constraints/sum';
import { unique } from '../../../src/constraints/unique';
import type { ColumnType } from '../../../src/dataset/RowBatch';
import { describe as sentenceOf } from '../../../src/problems/describe';

const types: Readonly<Record<string, ColumnType>> = {
  pulse: 'integer',
  weight: 'number',
  born: 'date',
  arrived: 'datetime',
  left: 'datetime',
  clock: 'time',
  kind: 'text',
  flag: 'boolean',
  client_id: 'text',
};

function review<Options>(
  unit: ConstraintType<Options>,
  options: Options,
  changes: Partial<ConstraintReviewContext> = {},
): string[] {
  const context: ConstraintReviewContext = {
    at: 'visit.constraints[1]',
    rowCount: 100,
    paths: Object.keys(types),
    typeOf: (path) => types[path],
    varietyOf: () => undefined,
    limitsOf: () => undefined,
    referenceOf: (path) => (path === 'client_id' ? 'client.client_id' : undefined),
    ...changes,
  };
  return unit.review(options, context).map(sentenceOf);
}

const today = '2025-06-01';

describe('compareCells', () => {
  test('compares numbers, texts of one form, and a date with a datetime by their days', () => {
    expect(compareCells(2, 10)).toBeLessThan(0);
    expect(compareCells('09:00:00', '10:00:00')).toBeLessThan(0);
    expect(compareCells('2025-01-02T10:00:00', '2025-01-02')).toBe(0);
    expect(compareCells('2025-01-03', '2025-01-02T10:00:00')).toBeGreaterThan(0);
    expect(compareCells(1, '1')).toBeUndefined();
    expect(compareCells(null, 1)).toBeUndefined();
  });
});

describe('range', () => {
  test('holds between its ends, both included', () => {
    const holds = (pulse: number) => range.holds?.({ field: 'pulse', min: 40, max: 50 }, { pulse }, today);
    expect([39, 40, 50, 51].map(holds)).toEqual([false, true, true, false]);
  });

  test.each([
    [
      { field: 'pulse' },
      '`visit.constraints[1]`: the range has neither a minimum nor a maximum. Give it one.',
    ],
    [
      { field: 'puls', min: 1 },
      '`visit.constraints[1].field`: there is no field `puls`; did you mean `pulse`?',
    ],
    [
      { field: 'pulse', min: 9, max: 1 },
      '`visit.constraints[1].min`: the minimum 9 is above the maximum 1. Swap them or change one.',
    ],
    [
      { field: 'born', min: '4.3.2025' },
      '`visit.constraints[1].min`: the bound 4.3.2025 does not fit `born`, which is of type date. Write it like 2025-03-04.',
    ],
    [
      { field: 'pulse', max: '90' },
      '`visit.constraints[1].max`: the bound 90 does not fit `pulse`, which is of type integer. Write it like 42.',
    ],
  ])('refuses %j', (options, sentence) => expect(review(range, options)).toEqual([sentence]));

  test('refuses a field without order', () => {
    expect(review(range, { field: 'kind', min: 1 })[0]).toMatch(/`kind` is of type text, which has no order/);
  });

  test('refuses a range that the field can never be in', () => {
    const limitsOf = () => ({ min: 35, max: 210 });
    expect(review(range, { field: 'pulse', min: 211 }, { limitsOf })).toEqual([
      '`visit.constraints[1]`: `pulse` lies from 35 to 210, all of it outside this range. Change one of them.',
    ]);
    expect(review(range, { field: 'pulse', max: 34 }, { limitsOf })).toHaveLength(1);
    expect(review(range, { field: 'pulse', min: 210, max: 300 }, { limitsOf })).toEqual([]);
    expect(review(range, { field: 'pulse', min: 211 }, { limitsOf: () => ({ min: 35 }) })).toEqual([]);
  });
});

describe('order', () => {
  test('bounds each later field by every earlier one', () => {
    expect(order.bounds?.({ fields: ['born', 'arrived', 'left'], strict: true })).toEqual([
      { field: 'arrived', side: 'min', strict: true, from: { path: 'born' } },
      { field: 'left', side: 'min', strict: true, from: { path: 'born' } },
      { field: 'left', side: 'min', strict: true, from: { path: 'arrived' } },
    ]);
  });

  test('skips missing cells', () => {
    const fields = ['a', 'b', 'c'];
    expect(order.holds?.({ fields }, { a: 3, b: null, c: 2 }, today)).toBe(false);
    expect(order.holds?.({ fields }, { a: 3, b: null, c: 3 }, today)).toBe(true);
    expect(order.holds?.({ fields, strict: true }, { a: 3, b: null, c: 3 }, today)).toBe(false);
  });

  test('refuses fields that have no common order', () => {
    expect(review(order, { fields: ['pulse'] })[0]).toMatch(/this needs 2 fields; there are 1/);
    expect(review(order, { fields: ['pulse', 'pulse'] })[0]).toMatch(/`pulse` is there twice/);
    expect(review(order, { fields: ['pulse', 'born'] })).toEqual([
      '`visit.constraints[1].fields[1]`: `pulse` is of type integer and `born` of type date; they cannot be put in order. Name fields of one type.',
    ]);
    expect(review(order, { fields: ['flag', 'born'] })[0]).toMatch(
      /`flag` is of type boolean, which has no order/,
    );
    expect(review(order, { fields: ['born', 'arrived', 'left'] })).toEqual([]);
  });

  test('refuses fields whose limits can never be in that order', () => {
    const limitsOf = (path: string) =>
      path === 'arrived'
        ? { min: '2025-06-01', max: '2025-12-31' }
        : { min: '1990-01-01', max: '2024-12-31' };
    expect(review(order, { fields: ['arrived', 'born'] }, { limitsOf })[0]).toContain(
      '`arrived` begins at 2025-06-01, after `born` has ended at 2024-12-31',
    );
    expect(review(order, { fields: ['born', 'arrived'] }, { limitsOf })).toEqual([]);
  });
});

describe('rule', () => {
  const holds = (source: string, record: Parameters<NonNullable<typeof rule.holds>>[1]) =>
    rule.holds?.({ rule: source }, record, today);

  test('holds unless it is false: where an input is missing, it does', () => {
    expect(holds("pulse > 40 || kind != 'fall'", { pulse: 30, kind: 'fall' })).toBe(false);
    expect(holds("pulse > 40 || kind != 'fall'", { pulse: 50, kind: 'fall' })).toBe(true);
    expect(holds('pulse > 40', { pulse: null })).toBe(true);
  });

  test('knows the recipe’s own date', () => {
    expect(holds('born <= today', { born: '2025-06-01' })).toBe(true);
    expect(holds('born <= today', { born: '2025-06-02' })).toBe(false);
  });

  test('refuses what cannot be read and fields that do not exist', () => {
    expect(review(rule, { rule: 'pulse >' })[0]).toContain('`visit.constraints[1].rule`: ');
    expect(review(rule, { rule: 'puls > 40' })[0]).toMatch(/no field `puls`; did you mean `pulse`\?/);
  });
});

describe('unique', () => {
  test('tells cells of different kinds apart, and leaves records with a missing one out', () => {
    const key = (a: string | number | null, b: string) => unique.key?.({ fields: ['a', 'b'] }, { a, b });
    expect(key('1', 'x')).not.toBe(key(1, 'x'));
    expect(key('a,', 'b')).not.toBe(key('a', ',b'));
    expect(key('1', 'x')).toBe(key('1', 'x'));
    expect(key(null, 'x')).toBeUndefined();
  });

  test('refuses fewer values than records', () => {
    const varietyOf = (path: string) => (path === 'kind' ? 9 : path === 'flag' ? 2 : undefined);
    expect(review(unique, { fields: ['kind', 'flag'] }, { varietyOf, rowCount: 19 })).toEqual([
      '`visit.constraints[1].fields`: 18 different values cannot be unique over 19 records. Ask for fewer records, or give the fields more values.',
    ]);
    expect(review(unique, { fields: ['kind', 'flag'] }, { varietyOf, rowCount: 18 })).toEqual([]);
    expect(review(unique, { fields: ['kind', 'weight'] }, { varietyOf })).toEqual([]);
  });
});

describe('decimalSum', () => {
  test.each([
    [[0.1, 0.2], 0.3],
    [[1.005, 2], 3.005],
    [[1e-7, 1], 1.0000001],
    [[5, -5], 0],
    [[], 0],
    [[0.7, 0.1, -0.8], 0],
  ])('adds %j to %d', (numbers, total) => expect(decimalSum(numbers)).toBe(total));
});

describe('sum', () => {
  test('fills a total from its parts', () => {
    const options = { fields: ['fee', 'tax'], equals: 'total' };
    expect(sum.settle?.(options, { fee: 10.1, tax: 2.02, total: null })).toEqual({ total: 12.12 });
    expect(sum.settles?.(options)).toEqual(['total']);
  });

  test('gives the rest of a fixed total to its last part', () => {
    const options = { fields: ['a', 'b', 'c'], equals: 1 };
    expect(sum.settle?.(options, { a: 0.7, b: 0.1, c: 9 })).toEqual({ c: 0.2 });
    expect(sum.settles?.(options)).toEqual(['c']);
  });

  test('sets nothing where a part is missing', () => {
    expect(sum.settle?.({ fields: ['a', 'b'], equals: 'c' }, { a: 1, b: null, c: 1 })).toBeUndefined();
  });

  test('allows what it is told to allow', () => {
    const holds = (tolerance: number) =>
      sum.holds?.({ fields: ['a', 'b'], equals: 3, tolerance }, { a: 1, b: 1.9 }, today);
    expect([holds(0), holds(0.1), holds(0.09)]).toEqual([false, true, false]);
  });

  test('refuses what cannot be added up', () => {
    expect(review(sum, { fields: ['pulse', 'kind'], equals: 3 })).toEqual([
      '`visit.constraints[1].fields[1]`: `kind` is of type text. Only numbers can be added up.',
    ]);
    expect(review(sum, { fields: ['pulse', 'weight'], equals: 'weight' })[0]).toMatch(
      /both a part and the total/,
    );
    expect(review(sum, { fields: ['pulse', 'weight'], equals: 'totl' })[0]).toMatch(/no field `totl`/);
    expect(review(sum, { fields: ['pulse', 'weight'], equals: 3, tolerance: -1 })[0]).toMatch(
      /tolerance -1 is below zero/,
    );
  });
});

describe('foreignKey', () => {
  test('is kept by a reference to that key, and refused on any other field', () => {
    expect(review(foreignKey, { field: 'client_id', to: 'client.client_id' })).toEqual([]);
    expect(review(foreignKey, { field: 'kind', to: 'client.client_id' })).toEqual([
      '`visit.constraints[1].field`: `kind` does not refer to `client.client_id`. Make it a field of type reference to `client.client_id`.',
    ]);
    expect(review(foreignKey, { field: '', to: '' })).toEqual([
      '`visit.constraints[1].field`: no field is named. Choose one.',
    ]);
  });
});
