import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Cell, ColumnType } from '../../src/dataset/RowBatch';
import { isIdentifier } from '../../src/expressions/isIdentifier';
import type { FieldType } from '../../src/fields/FieldType';
import { fieldTypes, type FieldTypeId } from '../../src/fields/fieldTypes';
import { describe as sentenceOf, isWrong } from '../../src/problems/describe';
import { anyFieldOptions } from '../support/anyFieldOptions';
import { drawContext, onlyNeeded, recordAt, recordTypes, reviewContext } from '../support/drawContext';

const rows = Array.from({ length: 100 }, (_, row) => row);
const forms: Readonly<Record<ColumnType, (cell: Cell) => boolean>> = {
  text: (cell) => typeof cell === 'string',
  integer: (cell) => Number.isInteger(cell) && !Object.is(cell, -0),
  number: (cell) => Number.isFinite(cell) && !Object.is(cell, -0),
  boolean: (cell) => typeof cell === 'boolean',
  date: (cell) => isMoment(cell, /^\d{4}-\d\d-\d\d$/, 'T00:00:00Z'),
  datetime: (cell) => isMoment(cell, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/, 'Z'),
  time: (cell) => typeof cell === 'string' && /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(cell),
};

function isMoment(cell: Cell, form: RegExp, rest: string): boolean {
  if (typeof cell !== 'string' || !form.test(cell)) return false;
  const milliseconds = Date.parse(cell + rest);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(cell);
}

/** Bounds that leave something of the options that `anyFieldOptions` gives a bounded field, by column type. */
const boundsFor: Partial<Record<ColumnType, { min?: number | string; max?: number | string }[]>> = {
  integer: [{ min: -1e6, max: 1e6 }],
  number: [{ min: -1e6, max: 1e6 }],
  date: [{ max: '9000-01-01' }],
  datetime: [{ max: '9000-01-01' }],
  time: [{ min: '00:00', max: '23:59:59' }, { min: '08:00' }],
};

/** Option values that some schema may let through and no sound recipe holds. */
const nasty = fc.constantFrom<unknown>(
  ...[-1e300, -7, 0, 0.5, 1e9, 1e300, true, '', '9999-12-31', '2025-02-30', '12:00', 'flag', '((', '{{ x }}'],
  ...[[], [0, 0], [9, 5], [-1e9, 1e9], ['flag'], ['flag', 'flag'], [''], ['mon']],
  ...[{}, { a: -1 }, { a: 0 }, { a: 1e300 }, { min: 5, max: 1 }, { mean: 1e300 }, { distribution: 'gamma' }],
  ...[
    [{ if: '((' }],
    [{ if: 'flag', min: 1e300 }],
    [{ if: 'flag', values: [] }],
    [{ if: 'no.such', share: 7 }],
  ],
);

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each unit has options of its own type
const units = Object.entries(fieldTypes) as [FieldTypeId, FieldType<any>][];

describe.each(units)('field type %s', (id, unit) => {
  const options = anyFieldOptions[id];
  const schema = v.strictObject(unit.entries);

  test('is called what the list calls it, by a name recipes can use', () => {
    expect(unit.id).toBe(id);
    expect(isIdentifier(id)).toBe(true);
    expect(unit.label).not.toBe('');
    expect(unit.summary).not.toBe('');
  });

  test('takes its defaults back through its own schema', () => {
    expect(v.safeParse(schema, unit.defaults).issues).toBeUndefined();
  });

  test('passes its defaults, once the paths that only the user knows are filled in', () => {
    const filled = { ...unit.defaults, ...(id === 'reference' && { to: 'client.client_id' }) };
    if (id === 'duration') filled.from = 'day';
    expect(unit.review(filled, reviewContext()).filter(isWrong).map(sentenceOf)).toEqual([]);
  });

  test('names only its own options in its controls', () => {
    for (const { key, label, control } of unit.controls) {
      expect(label).not.toBe('');
      expect(Object.keys(unit.entries)).toContain(key.split('.')[0]);
      const replaces = control.kind === 'conditions' ? control.replaces : [];
      for (const replaced of replaces) expect(Object.keys(unit.entries)).toContain(replaced);
    }
    expect(unit.controls.some(({ main }) => main)).toBe(true);
  });

  test('accepts valid options by schema and review', () => {
    fc.assert(
      fc.property(options, (valid) => {
        expect(v.safeParse(schema, valid).issues).toBeUndefined();
        expect(unit.review(valid, reviewContext()).filter(isWrong).map(sentenceOf)).toEqual([]);
      }),
    );
  });

  test('either refuses what its schema lets through, or draws from it', () => {
    const keys = fc.constantFrom(...Object.keys(unit.entries));
    fc.assert(
      fc.property(
        options,
        fc.array(fc.tuple(keys, nasty), { minLength: 1, maxLength: 2 }),
        (valid, changes) => {
          const changed = { ...valid, ...Object.fromEntries(changes) };
          if (v.safeParse(schema, changed).issues !== undefined) return;
          if (unit.review(changed, reviewContext()).some(isWrong)) return;
          unit.draw?.(changed, drawContext(rows.slice(0, 20)));
          unit.ask?.(changed, recordAt(0), drawContext([0]));
          unit.variety?.(changed);
          unit.limits?.(changed);
          unit.needs(changed);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('needs only paths that exist', () => {
    fc.assert(
      fc.property(options, (valid) => {
        for (const path of unit.needs(valid)) expect(Object.keys(recordTypes)).toContain(path);
      }),
    );
  });

  test('has either a way to draw or a way to ask, as its origin says', () => {
    expect(unit.draw !== undefined).toBe(unit.origin !== 'written');
    expect(unit.ask !== undefined).toBe(unit.origin === 'written');
  });

  if (unit.draw === undefined) return;
  const draw = (valid: unknown, ...context: Parameters<typeof drawContext>): Cell[][] =>
    unit.draw?.(valid, drawContext(...context)) ?? [];

  test('makes one cell per row in each of its columns, of the column’s type', () => {
    fc.assert(
      fc.property(options, (valid) => {
        const columns = unit.columns(valid, (path) => recordTypes[path]);
        const cells = draw(valid, rows);
        expect(cells.map((column) => column.length)).toEqual(columns.map(() => rows.length));
        columns.forEach(({ type }, index) => {
          for (const cell of cells[index] ?? [])
            if (cell !== null) expect([cell, forms[type](cell)]).toEqual([cell, true]);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('makes the same cells for the same seed, whatever the batches and their order', () => {
    fc.assert(
      fc.property(options, fc.nat(), (valid, seed) => {
        const whole = draw(valid, rows, { seed });
        const reversed = draw(valid, [...rows].reverse(), { seed }).map((column) => column.reverse());
        expect(reversed).toEqual(whole);
        const single = rows.map((row) => draw(valid, [row], { seed }).map((column) => column[0]));
        expect(whole.map((_, index) => single.map((cells) => cells[index]))).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  test('reads nothing that it did not say it needs', () => {
    fc.assert(
      fc.property(options, (valid) => {
        const record = (row: number) => onlyNeeded(recordAt(row), unit.needs(valid));
        expect(draw(valid, rows, { record })).toEqual(draw(valid, rows));
      }),
      { numRuns: 40 },
    );
  });

  test('leaves its options as they are', () => {
    fc.assert(
      fc.property(options, (valid) => {
        const before = JSON.stringify(valid);
        draw(valid, rows);
        expect(JSON.stringify(valid)).toBe(before);
      }),
      { numRuns: 10 },
    );
  });

  if (unit.distinct !== undefined) {
    test('never gives two rows the same cell where it says so', () => {
      fc.assert(
        fc.property(options, fc.nat(), (valid, seed) => {
          if (unit.distinct?.(valid) !== true) return;
          const [cells = []] = draw(valid, rows, { seed });
          expect(new Set(cells).size).toBe(rows.length);
        }),
        { numRuns: 30 },
      );
    });
  }

  if (unit.variety !== undefined) {
    test('gives no more different cells than it says there are', () => {
      fc.assert(
        fc.property(options, (valid) => {
          const most = unit.variety?.(valid);
          const [cells = []] = draw(valid, rows);
          if (most !== undefined) expect(new Set(cells).size).toBeLessThanOrEqual(most);
        }),
        { numRuns: 40 },
      );
    });
  }

  if (unit.bounded === true) {
    test('obeys bounds that leave it something, and stays what it was under bounds that change nothing', () => {
      fc.assert(
        fc.property(options, (valid) => {
          const [column] = unit.columns(valid);
          const [free = []] = draw(valid, rows);
          for (const bounds of boundsFor[column?.type ?? 'text'] ?? []) {
            const [bound = []] = draw(valid, rows, { bounds: () => bounds });
            for (const cell of bound) {
              if (cell === null) continue;
              if (bounds.min !== undefined) expect(cell >= bounds.min).toBe(true);
              if (bounds.max !== undefined) expect(cell <= bounds.max).toBe(true);
            }
          }
          // Each row's own cell as both bounds leaves that cell alone.
          const pinned = draw(valid, rows, { bounds: (row) => pin(free[row] ?? null) })[0] ?? [];
          expect(pinned).toEqual(free);
        }),
        { numRuns: 30 },
      );
    });
  }
});

function pin(cell: Cell) {
  return typeof cell === 'number' || typeof cell === 'string' ? { min: cell, max: cell } : undefined;
}

describe.each(units.filter(([, unit]) => unit.ask !== undefined))('written field type %s', (id, unit) => {
  const context = { typeOf: (path: string) => recordTypes[path] };

  test('asks with facts of the record and nothing else, the same every time', () => {
    fc.assert(
      fc.property(anyFieldOptions[id], fc.nat(200), (valid, row) => {
        const task = unit.ask?.(valid, recordAt(row), context);
        expect(unit.ask?.(valid, onlyNeeded(recordAt(row), unit.needs(valid)), context)).toEqual(task);
        expect(task?.facts.every(({ name, value }) => name !== '' && value !== '')).toBe(true);
        expect(new Set(task?.facts.map(({ name }) => name)).size).toBe(task?.facts.length);
        expect(task?.words.min).toBeLessThanOrEqual(task?.words.max ?? 0);
      }),
    );
  });
});
