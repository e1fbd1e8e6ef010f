import { describe, expect, test } from 'vitest';
import { pauseReason } from '../../../src/generation/executeRun';
import type { RehearsedRecipe } from '../../../src/generation/rehearsePlan';
import { problem } from '../../../src/problems/Problem';
import { begin, execute, fields, recordsOf } from '../../support/executing';
import { recipeOf } from '../../support/recipes';
import { sayAll, scriptedWriter } from '../../support/scriptedWriter';

describe('a run that begins with a rehearsal', () => {
  const never = new AbortController().signal;
  const objection = problem('writer.failedRehearsal', '', { model: 'scripted', cells: 20 });

  test('judges the first twenty cells, keeps them, and ends like any other', async () => {
    const recipe = recipeOf(fields, { rows: 450 });
    const whole = await begin(recipe);
    await execute(whole.store, whole.run, scriptedWriter());
    const { store, run } = await begin(recipe);
    const judged: RehearsedRecipe[] = [];
    const phases = new Set<string>();
    const writer = scriptedWriter();
    let clock = 0;
    const end = await execute(store, run, writer, never, {
      now: () => (clock += 1000),
      onProgress: ({ phase }) => phases.add(phase),
      async onRehearsed(made) {
        judged.push(made);
        expect(writer.asked).toBe(20);
        return [];
      },
    });
    expect(judged.map(({ rows, batches }) => [rows, batches.map(({ rowCount }) => rowCount)])).toEqual([
      [{ visit: 450 }, [20]],
    ]);
    expect(end).toMatchObject({ status: 'done', counts: { made: 450, cells: 450 }, problems: [] });
    // Nothing is written twice.
    expect(writer.asked).toBe(450);
    expect(await recordsOf(store, run)).toEqual(await recordsOf(whole.store, whole.run));
    expect([...phases]).toEqual(['starting', 'loading writer', 'rehearsing', 'writing', 'finished']);
  });

  test('is paused where something speaks against it, can be read, and goes on all the same', async () => {
    const { store, run } = await begin(recipeOf(fields, { rows: 450 }));
    const writer = scriptedWriter();
    const paused = await execute(store, run, writer, never, { onRehearsed: async () => [objection] });
    expect(paused).toMatchObject({ status: 'paused', counts: { made: 20 }, problems: [objection] });
    expect(await store.run(run)).toMatchObject({ status: 'paused', problems: [objection] });
    expect(await recordsOf(store, run)).toHaveLength(20);
    // Past its first cells it is not rehearsed again.
    const end = await execute(store, run, writer, never, { onRehearsed: () => expect.fail('judged twice') });
    expect(end).toMatchObject({ status: 'done', counts: { made: 450, cells: 450 }, problems: [] });
    expect(writer.asked).toBe(450);
  });

  test('stopped in the rehearsal, it is rehearsed from there', async () => {
    const { store, run } = await begin(recipeOf(fields, { rows: 450 }));
    const stop = new AbortController();
    let calls = 0;
    const first = scriptedWriter((task, seed) => {
      if (++calls === 15) stop.abort(pauseReason);
      return sayAll(task, seed);
    });
    const paused = await execute(store, run, first, stop.signal, {
      onRehearsed: () => expect.fail('judged too early'),
    });
    expect(paused.status).toBe('paused');
    expect(paused.counts.made).toBeGreaterThan(0);
    const second = scriptedWriter();
    const batches: number[] = [];
    const end = await execute(store, run, second, never, {
      async onRehearsed(made) {
        batches.push(...made.batches.map(({ rowCount }) => rowCount));
        expect(second.asked).toBe(20 - paused.counts.made);
        return [];
      },
    });
    expect(batches).toEqual([20]);
    expect(end).toMatchObject({ status: 'done', counts: { made: 450 } });
    expect(paused.counts.made + second.asked).toBe(450);
  });

  test('makes five of every field, and never fewer records from one look to the next', async () => {
    const letter = { type: 'text', kind: 'letter', facts: ['id'], words: [3, 40] };
    const recipe = recipeOf(
      { ...fields, note2: fields.note },
      {
        rows: 300,
        tables: { answer: { rows: 250, fields: { id: fields.id, letter, second: letter, third: letter } } },
      },
    );
    const { store, run } = await begin(recipe);
    const seen: number[] = [];
    const judged: number[][] = [];
    let clock = 0;
    const end = await execute(store, run, scriptedWriter(), never, {
      now: () => (clock += 1000),
      onProgress: ({ counts }) => seen.push(counts.made),
      async onRehearsed({ batches }) {
        judged.push(batches.map(({ rowCount }) => rowCount));
        return [];
      },
    });
    expect(judged).toEqual([[5, 5]]);
    expect(end).toMatchObject({ status: 'done', counts: { made: 550, marked: 0 } });
    expect(seen.length).toBeGreaterThan(100);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  test('draws the parents first, and counts each of them once', async () => {
    const recipe = recipeOf(
      { customer: { type: 'reference', to: 'client.id' }, note: { ...fields.note, facts: ['client.town'] } },
      {
        rows: 60,
        tables: {
          client: {
            rows: 1500,
            fields: { id: fields.id, town: { type: 'category', values: { York: 1, Leeds: 1 } } },
          },
        },
      },
    );
    const { store, run } = await begin(recipe);
    const paused = await execute(store, run, scriptedWriter(), never, {
      onRehearsed: async () => [objection],
    });
    expect(paused).toMatchObject({ counts: { made: 1520 }, problems: [objection] });
    expect(await store.rowCount(run, 'client')).toBe(1500);
    const end = await execute(store, run, scriptedWriter());
    expect(end).toMatchObject({ status: 'done', counts: { made: 1560, requested: 1560 } });
    const whole = await begin(recipe);
    await execute(whole.store, whole.run, scriptedWriter());
    expect(await recordsOf(store, run)).toEqual(await recordsOf(whole.store, whole.run));
  });

  test('is not rehearsed where it has nothing to write', async () => {
    const { store, run } = await begin(recipeOf({ id: fields.id, pulse: fields.pulse }, { rows: 30 }));
    const end = await execute(store, run, scriptedWriter(), never, {
      onRehearsed: () => expect.fail('nothing to judge'),
    });
    expect(end).toMatchObject({ status: 'done', counts: { made: 30 } });
  });
});
