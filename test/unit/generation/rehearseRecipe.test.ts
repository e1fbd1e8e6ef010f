import { describe, expect, test } from 'vitest';
import type { RowBatch } from '../../../src/dataset/RowBatch';
import type { Writer } from '../../../src/engines/Engine';
import { executeRun } from '../../../src/generation/executeRun';
import type { RehearsedRecipe } from '../../../src/generation/rehearsePlan';
import { rehearseRecipe } from '../../../src/generation/rehearseRecipe';
import { writeRecipe } from '../../../src/recipe/writeRecipe';
import type { Recipe } from '../../../src/recipe/Recipe';
import { openStore } from '../../../src/storage/openStore';
import { startingRun } from '../../../src/storage/startingRun';
import { recipeOf } from '../../support/recipes';
import { sayAll, scriptedWriter } from '../../support/scriptedWriter';

const fields = {
  id: { type: 'id', pattern: 'SYN-####' },
  pulse: { type: 'integer', min: 40, max: 180 },
  note: { type: 'text', kind: 'triage note', facts: ['pulse', 'id'], words: [3, 40] },
  urgency: { type: 'label', values: ['urgent', 'can wait'], facts: ['note'], missing: 0.5 },
};

function rehearse(recipe: Recipe, writer: Writer, signal = new AbortController().signal) {
  const progress: string[] = [];
  const done = rehearseRecipe(writeRecipe(recipe), {
    signal,
    now: () => 0,
    startWriter: async () => writer,
    onProgress: (cells, of) => progress.push(`${cells}/${of}`),
  });
  return { done, progress };
}

const cellsOf = ({ batches }: RehearsedRecipe, path: string) =>
  batches.flatMap(({ columns }) => columns.find((column) => column.path === path)?.cells ?? []);

describe('a rehearsal', () => {
  test('makes the first records that a run would make, and the same texts', async () => {
    const recipe = recipeOf(fields, { rows: 300 });
    const rehearsed = await rehearse(recipe, scriptedWriter()).done;
    const [first] = await storedBatches(recipe, scriptedWriter());
    for (const path of ['id', 'pulse', 'note', 'urgency']) {
      const run = first?.columns.find((column) => column.path === path)?.cells ?? [];
      expect(cellsOf(rehearsed, path)).toEqual(run.slice(0, 10));
    }
    expect(rehearsed.rows).toEqual({ visit: 300 });
    expect(rehearsed.writer.model).toBe('scripted');
  });

  test('writes twenty cells, of each field five at least, and never more records than there are', async () => {
    const one = recipeOf({ id: fields.id, pulse: fields.pulse, note: fields.note }, { rows: 300 });
    expect(cellsOf(await rehearse(one, scriptedWriter()).done, 'note')).toHaveLength(20);
    expect(
      cellsOf(await rehearse(recipeOf(fields, { rows: 3 }), scriptedWriter()).done, 'note'),
    ).toHaveLength(3);
    const notes = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`note${at}`, fields.note]));
    const many = recipeOf({ id: fields.id, pulse: fields.pulse, ...notes }, { rows: 300 });
    expect(cellsOf(await rehearse(many, scriptedWriter()).done, 'note3')).toHaveLength(5);
  });

  test('keeps the attempts that failed, and says how far it is', async () => {
    const writer = scriptedWriter((task, seed) => (task.attempt === 0 ? 'No 99999.' : sayAll(task, seed)));
    const one = recipeOf({ id: fields.id, pulse: fields.pulse, note: fields.note }, { rows: 300 });
    const { done, progress } = rehearse(one, writer);
    const { batches } = await done;
    for (const { attempts, verdict } of batches[0]?.lineage['note'] ?? []) {
      expect([attempts.length, verdict]).toEqual([2, 'passed']);
    }
    expect(progress.at(-1)).toBe('20/20');
  });

  test('writes only tables with written fields, and finds their parents', async () => {
    const recipe = recipeOf(
      {
        customer: { type: 'reference', to: 'client.id' },
        note: { type: 'text', kind: 'note', facts: ['client.town'], words: [3, 40] },
      },
      {
        rows: 50,
        tables: {
          client: {
            rows: 4,
            fields: { id: fields.id, town: { type: 'category', values: { York: 1, Leeds: 1 } } },
          },
        },
      },
    );
    const rehearsed = await rehearse(recipe, scriptedWriter()).done;
    expect(rehearsed.batches.map(({ table }) => table)).toEqual(['visit']);
    expect(rehearsed.rows).toEqual({ visit: 50 });
    for (const note of cellsOf(rehearsed, 'note')) expect(note).toMatch(/York|Leeds/);
  });

  test('is refused where there is nothing to write, before a writer is woken', async () => {
    const writer = scriptedWriter();
    const woken = rehearseRecipe(writeRecipe(recipeOf({ id: fields.id })), {
      signal: new AbortController().signal,
      now: () => 0,
      startWriter: () => Promise.reject(new Error('woken')),
      onProgress: () => undefined,
    });
    await expect(woken).rejects.toMatchObject({ problem: { code: 'generation.nothingWritten' } });
    const broken = rehearse(recipeOf(fields), writer);
    await broken.done;
    await expect(
      rehearseRecipe('{"cloister": 1', {
        signal: new AbortController().signal,
        now: () => 0,
        startWriter: async () => writer,
        onProgress: () => undefined,
      }),
    ).rejects.toMatchObject({ name: 'Failure' });
  });

  test('ends at once when it is stopped', async () => {
    const stop = new AbortController();
    const writer = scriptedWriter((task, seed) => {
      stop.abort();
      return sayAll(task, seed);
    });
    await expect(rehearse(recipeOf(fields), writer, stop.signal).done).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(writer.asked).toBeLessThan(20);
  });
});

async function storedBatches(recipe: Recipe, writer: Writer): Promise<RowBatch[]> {
  const store = await openStore({ name: 'rehearsed' });
  const document = writeRecipe(recipe);
  const work = await store.createWork('Test', document);
  const rows = { visit: recipe.tables['visit']?.rows as number };
  const run = startingRun({
    id: 'r',
    workId: work.id,
    recipeVersion: 1,
    document,
    seed: 1,
    rows,
    startedAt: 0,
  });
  await store.createRun(run);
  await executeRun('r', {
    store,
    signal: new AbortController().signal,
    now: () => 0,
    startWriter: async () => writer,
    onProgress: () => undefined,
  });
  const batches: RowBatch[] = [];
  for await (const batch of store.readBatches('r', 'visit')) batches.push(batch);
  return batches;
}
