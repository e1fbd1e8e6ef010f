import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DrawnRows } from '../../../src/generation/drawRows';
import { pinUniques } from '../../../src/generation/pinUniques';
import type { TablePlan } from '../../../src/generation/Plan';
import { planRun } from '../../../src/generation/planRun';
import { consecutive } from '../../../src/generation/toBatch';
import type { Field, Recipe } from '../../../src/recipe/Recipe';
import { readDocument, recipeOf } from '../../support/recipes';

const fields = {
  id: { type: 'id', pattern: 'SYN-####' },
  patient: { type: 'person', parts: ['name', 'sex', 'birth_date'], age: { min: 18, max: 95 } },
  complaint: { type: 'category', values: { 'chest pain': 3, fall: 2, cough: 1 } },
  pulse: {
    type: 'number',
    distribution: 'normal',
    mean: 84,
    sd: 16,
    min: 35,
    max: 210,
    decimals: 0,
    when: [{ if: "complaint == 'chest pain'", mean: 120 }],
  },
  arrived: { type: 'datetime', from: '2025-01-01', to: '2025-12-31', missing: 0.2 },
  age: { type: 'derived', formula: 'years_between(patient.birth_date, arrived)' },
} satisfies Record<string, Field>;

describe('a plan draws each cell from its row alone', () => {
  test('whatever the batches and their order', () => {
    const table = onlyTable(
      recipeOf(fields, { constraints: [{ rule: "pulse > 60 || complaint == 'fall'" }] }),
    );
    const whole = rowsOf(table, consecutive(0, 50));
    fc.assert(
      fc.property(fc.shuffledSubarray(consecutive(0, 50), { minLength: 1 }), (rows) => {
        expect(rowsOf(table, rows)).toEqual(rows.map((row) => whole[row]));
      }),
      { numRuns: 30 },
    );
  });

  test('and leaves the other fields as they were when one is added or the order changes', () => {
    const before = rowsOf(onlyTable(recipeOf(fields)), consecutive(0, 50));
    const more = {
      extra: { type: 'integer', min: 0, max: 9 },
      ...fields,
      last: { type: 'boolean', share: 0.5 },
    };
    const after = rowsOf(onlyTable(recipeOf(more)), consecutive(0, 50));
    expect(after.map(({ extra: _extra, last: _last, ...rest }) => rest)).toEqual(before);
  });

  test('and differently with another seed', () => {
    const one = rowsOf(onlyTable(recipeOf(fields, { seed: 1 })), consecutive(0, 50));
    const two = rowsOf(onlyTable(recipeOf(fields, { seed: 2 })), consecutive(0, 50));
    expect(one.filter((record, row) => record['pulse'] === two[row]?.['pulse']).length).toBeLessThan(10);
  });
});

describe('missing cells', () => {
  test('come in about the share asked for, and derived cells follow', () => {
    const records = rowsOf(onlyTable(recipeOf(fields, { rows: 2000 })), consecutive(0, 2000));
    const missing = records.filter((record) => record['arrived'] === null);
    // 400 expected; five standard deviations of a binomial(2000, 0.2) are 90.
    expect(Math.abs(missing.length - 400)).toBeLessThan(90);
    expect(missing.every((record) => record['age'] === null)).toBe(true);
  });

  test('follow a condition', () => {
    const conditional = { ...fields, pulse: { ...fields.pulse, missing: { if: "complaint == 'fall'" } } };
    for (const record of rowsOf(onlyTable(recipeOf(conditional)), consecutive(0, 50))) {
      expect(record['pulse'] === null).toBe(record['complaint'] === 'fall');
    }
  });
});

describe('hard constraints', () => {
  test('an order holds in every record without a redraw', () => {
    const table = onlyTable(
      recipeOf(
        {
          admitted: { type: 'date', from: '2025-01-01', to: '2025-12-31' },
          discharged: { type: 'date', from: '2025-01-01', to: '2025-12-31' },
        },
        { constraints: [{ type: 'order', fields: ['admitted', 'discharged'] }], rows: 500 },
      ),
    );
    for (const record of rowsOf(table, consecutive(0, 500))) {
      expect((record['admitted'] as string) <= (record['discharged'] as string)).toBe(true);
    }
  });

  test('a rule is met by drawing again, and only its own fields change', () => {
    const free = rowsOf(onlyTable(recipeOf(fields)), consecutive(0, 50));
    const ruled = rowsOf(
      onlyTable(recipeOf(fields, { constraints: [{ rule: 'pulse >= 90' }] })),
      consecutive(0, 50),
    );
    ruled.forEach((record, row) => {
      expect(record['pulse']).toBeGreaterThanOrEqual(90);
      expect(record['arrived']).toBe(free[row]?.['arrived']);
      expect(record['patient.name']).toBe(free[row]?.['patient.name']);
      if ((free[row]?.['pulse'] as number) >= 90) expect(record).toEqual(free[row]);
    });
  });

  test('a rule that cannot be met stops with the rule, the record and the budget', () => {
    const table = onlyTable(recipeOf(fields, { constraints: [{ rule: 'pulse > 500' }] }));
    expect(() => table.settled(consecutive(0, 10))).toThrow(/pulse > 500.*record 1 of visit.*200 tries/);
  });

  test('a soft rule changes nothing', () => {
    const soft = recipeOf(fields, { constraints: [{ rule: 'pulse > 500', hard: false }] });
    expect(rowsOf(onlyTable(soft), consecutive(0, 50))).toEqual(
      rowsOf(onlyTable(recipeOf(fields)), consecutive(0, 50)),
    );
  });
});

describe('unique records', () => {
  const pair = {
    ward: { type: 'category', values: { A: 1, B: 1, C: 1 } },
    bed: { type: 'integer', min: 1, max: 20 },
  };
  const recipe = recipeOf(pair, { rows: 55, constraints: [{ type: 'unique', fields: ['ward', 'bed'] }] });

  test('are all different, and a row is the same drawn alone', () => {
    const table = onlyTable(recipe);
    pinUniques(table, new AbortController().signal);
    const records = rowsOf(table, consecutive(0, 55));
    expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(55);
    expect(rowsOf(table, [54])).toEqual([records[54]]);
    expect(rowsOf(table, [...consecutive(0, 55)].reverse()).reverse()).toEqual(records);
  });

  test('stop with a sentence when nothing free is left', () => {
    const narrow = {
      ward: pair.ward,
      bed: { type: 'integer', min: 1, max: 20, when: [{ if: "ward != 'Z'", max: 2 }] },
    };
    const table = onlyTable(
      recipeOf(narrow, { rows: 8, constraints: [{ type: 'unique', fields: ['ward', 'bed'] }] }),
    );
    expect(() => pinUniques(table, new AbortController().signal)).toThrow(/still free/);
  });
});

describe('tables that refer to each other', () => {
  const recipe = readDocument({
    cloister: 1,
    title: 'Two tables',
    seed: 3,
    today: '2026-03-01',
    tables: {
      note: {
        fields: {
          patient_id: {
            type: 'reference',
            to: 'patient.id',
            perParent: { distribution: 'poisson', mean: 3, min: 1 },
          },
          sex: { type: 'derived', formula: 'patient.who.sex' },
          day: { type: 'integer', min: 1, max: 30 },
        },
      },
      patient: {
        rows: 40,
        fields: { id: { type: 'id', pattern: 'P####' }, who: { type: 'person', parts: ['name', 'sex'] } },
      },
    },
  });

  test('every child has a parent, every parent a child, and the parent’s cells are there', () => {
    const [patient, note] = planRun(recipe).tables as [TablePlan, TablePlan];
    expect([patient.name, note.name]).toEqual(['patient', 'note']);
    const sexOf = new Map(
      rowsOf(patient, consecutive(0, 40)).map((record) => [record['id'], record['who.sex']]),
    );
    const notes = rowsOf(note, consecutive(0, note.rowCount));
    expect(new Set(notes.map((record) => record['patient_id']))).toEqual(new Set(sexOf.keys()));
    for (const record of notes) expect(record['sex']).toBe(sexOf.get(record['patient_id'] as string));
    // Poisson(3) truncated to at least 1 has mean 3.157; 40 parents, sd of the sum about 10.
    expect(Math.abs(note.rowCount - 126)).toBeLessThan(50);
  });
});

function onlyTable(recipe: Recipe): TablePlan {
  return planRun(recipe).tables[0] as TablePlan;
}

function rowsOf(table: TablePlan, rows: readonly number[]): Record<string, unknown>[] {
  const drawn: DrawnRows = table.settled(rows);
  return rows.map((_, index) =>
    Object.fromEntries([...drawn.columns].map(([path, cells]) => [path, cells[index]])),
  );
}
