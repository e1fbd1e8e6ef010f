import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Cell, CellLineage, ColumnType, RowBatch } from '../../../src/dataset/RowBatch';
import { evaluateRun } from '../../../src/evaluation/evaluateRun';
import { openStore } from '../../../src/storage/openStore';
import { startingRun } from '../../../src/storage/startingRun';
import type { Store } from '../../../src/storage/Store';

const recipe = {
  cloister: 1,
  title: 'Visits',
  seed: 1,
  today: '2025-06-01',
  tables: {
    visit: {
      rows: 6,
      label: 'Visits',
      fields: {
        patient: { type: 'reference', to: 'person.person_id' },
        pulse: { type: 'integer', min: 30, max: 200, label: 'Heart rate' },
        note: { type: 'text', kind: 'triage note', facts: ['pulse'], words: [3, 20] },
      },
      constraints: [
        { rule: 'pulse > 40' },
        { rule: "person.sex != 'male' || pulse < 100", hard: false },
        { type: 'unique', fields: ['patient', 'pulse'] },
      ],
    },
    person: {
      rows: 2,
      fields: {
        person_id: { type: 'id', pattern: 'P-###' },
        sex: { type: 'category', values: { female: 1, male: 1 } },
      },
    },
  },
};

type Columns = Readonly<Record<string, readonly [ColumnType, Cell[]]>>;

function batch(table: string, start: number, columns: Columns, lineage: RowBatch['lineage'] = {}): RowBatch {
  const all = Object.entries(columns).map(([path, [type, cells]]) => ({ path, type, cells }));
  return { table, start, rowCount: all[0]?.cells.length ?? 0, columns: all, lineage };
}

const attempt = { seed: 1, tokens: 10, milliseconds: 1, problems: [] };
const passed: CellLineage = { model: 'tiny', attempts: [attempt], verdict: 'passed' };
const marked: CellLineage = { model: 'tiny', attempts: [attempt, attempt], verdict: 'marked' };

let store: Store;

beforeEach(async () => {
  store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
  const facts = { id: 'run', workId: 'work', recipeVersion: 1, seed: 1, startedAt: 0 };
  const run = startingRun({ ...facts, document: JSON.stringify(recipe), rows: { visit: 6, person: 2 } });
  await store.createRun({ ...run, status: 'done' });
  await store.closeChunk(
    'run',
    0,
    batch('person', 0, { person_id: ['text', ['P-001', 'P-002']], sex: ['text', ['female', 'male']] }),
  );
  const first: Columns = {
    patient: ['text', ['P-001', 'P-002', 'P-002']],
    pulse: ['integer', [80, 120, null]],
    note: ['text', ['a', 'b', 'c']],
  };
  await store.closeChunk('run', 0, batch('visit', 0, first, { note: [passed, passed, marked] }));
  const second: Columns = {
    patient: ['text', ['P-001', 'P-009', null]],
    pulse: ['integer', [80, 40, 60]],
    note: ['text', ['d', 'e', 'f']],
  };
  await store.closeChunk('run', 1, batch('visit', 3, second, { note: [passed, passed, passed] }));
});

describe('the report of a run', () => {
  test('profiles the stored records of every table, in the order of the recipe', async () => {
    const { tables } = await evaluateRun(store, 'run');
    expect(tables.map(({ table, label, rows, requested }) => ({ table, label, rows, requested }))).toEqual([
      { table: 'visit', label: 'Visits', rows: 6, requested: 6 },
      { table: 'person', label: 'person', rows: 2, requested: 2 },
    ]);
    // 80, 120, 80, 40, 60: the sum is 380, the third of five is 80.
    const pulse = tables[0]?.columns.find(({ path }) => path === 'pulse');
    expect(pulse).toMatchObject({
      label: 'Heart rate',
      origin: 'sampled',
      rows: 6,
      missing: 1,
      distinct: 4,
      minimum: 40,
      median: 80,
      maximum: 120,
      mean: 76,
    });
  });

  test('finds every broken rule over all batches, through parents too', async () => {
    const { constraints } = await evaluateRun(store, 'run');
    const facts = constraints.map(({ at, hard, checked, broken, rows }) => ({
      at,
      hard,
      checked,
      broken,
      rows,
    }));
    expect(facts).toEqual([
      { at: 'visit.constraints[0]', hard: true, checked: 6, broken: 1, rows: [4] },
      { at: 'visit.constraints[1]', hard: false, checked: 6, broken: 1, rows: [1] },
      { at: 'visit.constraints[2]', hard: true, checked: 6, broken: 1, rows: [3] },
      { at: 'visit.fields.patient', hard: true, checked: 6, broken: 1, rows: [4] },
    ]);
  });

  test('counts what lineage says of written cells', async () => {
    const { written } = await evaluateRun(store, 'run');
    expect(written).toEqual([
      {
        table: 'visit',
        path: 'note',
        label: 'note',
        cells: 6,
        passedFirst: 5,
        passedLater: 0,
        marked: 1,
        attempts: 7,
        tokens: 70,
        reasons: [],
      },
    ]);
  });

  test('opens with the count of records and ends with what was not checked', async () => {
    const { summary } = await evaluateRun(store, 'run');
    expect(summary[0]).toBe('All 8 records you asked for were made (6 in Visits, 2 in person).');
    expect(summary).toContain(
      'The rule “pulse > 40” does not hold in 1 of 6 records (16.7%). It was never to be broken: please look at these records before you use them.',
    );
    expect(summary.at(-1)).toMatch(/^Not checked: /);
  });

  test('tells how far it is, from above 0 to 1', async () => {
    const shares: number[] = [];
    await evaluateRun(store, 'run', (share) => shares.push(share));
    expect(shares).toEqual([2 / 8, 5 / 8, 1]);
  });

  test('of a run that is gone is refused', async () => {
    await expect(evaluateRun(store, 'nowhere')).rejects.toMatchObject({ problem: { code: 'storage.gone' } });
  });
});
