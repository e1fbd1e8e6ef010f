import fc, { type Arbitrary } from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { constraintTypes, type ConstraintTypeId } from '../../src/constraints/constraintTypes';
import type { ConstraintReviewContext, ConstraintType } from '../../src/constraints/ConstraintType';
import type { Cell, ColumnType } from '../../src/dataset/RowBatch';
import { describe as sentenceOf, isWrong } from '../../src/problems/describe';
import { onlyNeeded } from '../support/drawContext';

const types: Readonly<Record<string, ColumnType>> = {
  a: 'number',
  b: 'number',
  c: 'integer',
  day: 'date',
  moment: 'datetime',
  kind: 'text',
  client_id: 'text',
};

const context: ConstraintReviewContext = {
  at: 'visit.constraints[0]',
  rowCount: 100,
  paths: Object.keys(types),
  typeOf: (path) => types[path],
  varietyOf: () => undefined,
  limitsOf: () => undefined,
  referenceOf: (path) => (path === 'client_id' ? 'client.client_id' : undefined),
};

const amount = fc.option(fc.integer({ min: -500, max: 500 }).map((cents) => cents / 100));
const date = fc.option(fc.integer({ min: 10, max: 28 }).map((day) => `2025-02-${day}`));

const anyRecord: Arbitrary<Record<string, Cell>> = fc.record({
  a: amount,
  b: amount,
  c: fc.option(fc.integer({ min: -5, max: 5 })),
  day: date,
  moment: date.map((day) => (day === null ? null : `${day}T10:30:00`)),
  kind: fc.constantFrom('fall', 'cough', null),
  client_id: fc.constantFrom('C-1', 'C-2'),
});

const numbers = fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 2 });

/** Valid options of every kind of constraint; naming a kind here is part of adding one. */
const anyOptions: Readonly<Record<ConstraintTypeId, Arbitrary<Record<string, unknown>>>> = {
  range: fc.oneof(
    fc.record({ field: fc.constantFrom('a', 'c'), min: fc.constant(-1), max: fc.constant(1.5) }),
    fc.record({ field: fc.constantFrom('day', 'moment'), max: fc.constant('2025-02-20') }),
  ),
  order: fc.record({
    fields: fc.oneof(numbers, fc.shuffledSubarray(['day', 'moment'], { minLength: 2 })),
    strict: fc.boolean(),
  }),
  rule: fc.record({ rule: fc.constantFrom("a > 0 || kind != 'fall'", 'a <= b', 'day <= today') }),
  unique: fc.record({ fields: fc.shuffledSubarray(['a', 'kind', 'day'], { minLength: 1 }) }),
  sum: fc.oneof(
    fc.record({ fields: fc.constant(['a', 'c']), equals: fc.constant('b') }),
    fc.record({ fields: numbers, equals: fc.constantFrom(1, 0.3, 100) }),
  ),
  foreignKey: fc.constant({ field: 'client_id', to: 'client.client_id' }),
};

const today = '2025-02-15';
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each unit has options of its own type
const units = Object.entries(constraintTypes) as [ConstraintTypeId, ConstraintType<any>][];

describe.each(units)('constraint %s', (id, unit) => {
  const options = anyOptions[id];
  const schema = v.strictObject(unit.entries);

  test('is called what the list calls it, and takes its defaults back through its own schema', () => {
    expect(unit.id).toBe(id);
    expect(unit.label).not.toBe('');
    expect(v.safeParse(schema, unit.defaults).issues).toBeUndefined();
  });

  test('names only its own options in its controls', () => {
    for (const { key } of unit.controls) expect(Object.keys(unit.entries)).toContain(key);
    expect(unit.controls.some(({ main }) => main)).toBe(true);
  });

  test('accepts valid options by schema and review, and says what they mean', () => {
    fc.assert(
      fc.property(options, (valid) => {
        expect(v.safeParse(schema, valid).issues).toBeUndefined();
        expect(unit.review(valid, context).filter(isWrong).map(sentenceOf)).toEqual([]);
        for (const path of unit.fields(valid)) expect(Object.keys(types)).toContain(path);
        expect(unit.describe(valid)).not.toMatch(/undefined|\[object|^$/);
      }),
    );
  });

  test('refuses a field that does not exist, with its place', () => {
    fc.assert(
      fc.property(options, (valid) => {
        const nowhere = { ...context, paths: [], typeOf: () => undefined, referenceOf: () => undefined };
        if (unit.fields(valid).length === 0) return;
        const found = unit.review(valid, nowhere).filter(isWrong);
        expect(found.length).toBeGreaterThan(0);
        for (const problem of found) expect(problem.at.startsWith('visit.constraints[0].')).toBe(true);
      }),
    );
  });

  test('looks at one record with holds, at a table with key', () => {
    expect(unit.holds !== undefined).toBe(unit.scope === 'record');
    expect(unit.key !== undefined).toBe(unit.scope === 'table');
    expect(unit.settle !== undefined).toBe(unit.settles !== undefined);
  });

  test('reads only the fields it names', () => {
    fc.assert(
      fc.property(options, anyRecord, (valid, record) => {
        const view = onlyNeeded(record, unit.fields(valid));
        expect(unit.holds?.(valid, view, today)).toBe(unit.holds?.(valid, record, today));
        expect(unit.key?.(valid, view)).toBe(unit.key?.(valid, record));
      }),
    );
  });

  test('holds where every cell it names is missing', () => {
    fc.assert(
      fc.property(options, anyRecord, (valid, record) => {
        const missing = Object.fromEntries(Object.keys(record).map((path) => [path, null]));
        expect(unit.holds?.(valid, missing, today) ?? true).toBe(true);
        expect(unit.key?.(valid, missing)).toBeUndefined();
      }),
    );
  });

  if (unit.settle !== undefined) {
    test('holds after it has settled a record, and sets only what it said it may', () => {
      fc.assert(
        fc.property(options, anyRecord, (valid, record) => {
          const cells = unit.settle?.(valid, record);
          if (cells === undefined) return;
          expect(unit.settles?.(valid)).toEqual(Object.keys(cells));
          expect(unit.holds?.(valid, { ...record, ...cells }, today)).toBe(true);
        }),
      );
    });
  }

  if (unit.bounds !== undefined) {
    test('holds exactly where each of its bounds does', () => {
      fc.assert(
        fc.property(options, anyRecord, (valid, record) => {
          const within = (unit.bounds?.(valid) ?? []).every(({ field, side, strict, from }) => {
            const cell = record[field] ?? null;
            const limit = 'value' in from ? from.value : (record[from.path] ?? null);
            if (cell === null || limit === null) return true;
            const [low, high] = side === 'min' ? [limit, cell] : [cell, limit];
            if (typeof low === 'number' || typeof high === 'number') return strict ? low < high : low <= high;
            const days = String(low).length !== String(high).length;
            const [first, last] = [low, high].map((text) => String(text).slice(0, days ? 10 : undefined));
            return strict ? first! < last! : first! <= last!;
          });
          expect(unit.holds?.(valid, record, today)).toBe(within);
        }),
      );
    });
  }
});
