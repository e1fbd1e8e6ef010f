import { describe, expect, test } from 'vitest';
import type { Writer } from '../../../src/engines/Engine';
import { NewsBoard } from '../../../src/engines/NewsBoard';
import { Failure } from '../../../src/problems/Failure';
import { problem } from '../../../src/problems/Problem';
import { pauseReason } from '../../../src/generation/executeRun';
import { batchesOf, begin, execute, fields, recordsOf } from '../../support/executing';
import { recipeOf } from '../../support/recipes';
import { sayAll, scriptedFacts, scriptedWriter } from '../../support/scriptedWriter';

describe('a run', () => {
  test('makes exactly the records asked for, with the text the writer gave', async () => {
    const { store, run } = await begin(recipeOf(fields, { rows: 450 }));
    const writer = scriptedWriter();
    const end = await execute(store, run, writer);
    expect(end).toMatchObject({
      status: 'done',
      phase: 'finished',
      counts: { requested: 450, made: 450, marked: 0, retried: 0 },
    });
    const records = await recordsOf(store, run);
    expect(records.map((record) => record.row)).toEqual(Array.from({ length: 450 }, (_, row) => row));
    expect(records.every((record) => String(record.note).includes(`pulse ${record.pulse}`))).toBe(true);
    expect(writer.asked).toBe(450);
    expect((await store.run(run))?.status).toBe('done');
  });

  test('asks again with another seed and says why', async () => {
    const { store, run } = await begin(recipeOf(fields, { rows: 30 }));
    const seen = new Map<string, number>();
    const writer = scriptedWriter((task, seed) => {
      const key = task.facts.map((fact) => fact.value).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
      return seen.get(key) === 1 ? `${sayAll(task, seed).slice(0, -1)} and 99999.` : sayAll(task, seed);
    });
    const end = await execute(store, run, writer);
    expect(end.counts).toMatchObject({ made: 30, marked: 0, retried: 30 });
    expect(end.counts.reasons[0]).toMatchObject({ path: 'note', count: 30 });
  });

  test('keeps, marks and counts what never passes', async () => {
    const { store, run } = await begin(recipeOf(fields, { rows: 10 }));
    const end = await execute(
      store,
      run,
      scriptedWriter(() => 'Nothing of use.'),
    );
    expect(end.counts).toMatchObject({ made: 10, marked: 10, retried: 50 });
    const [batch] = await batchesOf(store, run);
    expect(
      batch?.lineage['note']?.every((cell) => cell.verdict === 'marked' && cell.attempts.length === 6),
    ).toBe(true);
  });

  test('marks near copies of earlier cells', async () => {
    const same = { ...fields, note: { ...fields.note, facts: ['sex'] } };
    const { store, run } = await begin(recipeOf(same, { rows: 4 }));
    const end = await execute(
      store,
      run,
      scriptedWriter(
        (task) =>
          `The patient in bay was seen by the nurse on arrival and is ${task.facts[0]?.value} and comfortable now.`,
      ),
    );
    expect(end.counts.reasons.map((reason) => reason.code)).toContain('check.nearCopy');
    expect(end.counts.marked).toBeGreaterThanOrEqual(2);
  });

  test('stops before anything is stored when a rule cannot be met', async () => {
    const { store, run } = await begin(
      recipeOf(fields, { rows: 10, constraints: [{ rule: 'pulse > 1000' }] }),
    );
    const end = await execute(store, run, scriptedWriter());
    expect(end).toMatchObject({ status: 'failed', counts: { made: 0 } });
    expect(end.problems[0]).toMatchObject({ code: 'generation.ruleNotMet', at: 'visit.constraints[0]' });
  });

  test('never stores a written cell that breaks a hard rule', async () => {
    const labelled = { ...fields, urgency: { type: 'label', values: ['high', 'low'], facts: ['pulse'] } };
    const { store, run } = await begin(
      recipeOf(labelled, { rows: 60, constraints: [{ rule: "pulse < 150 || urgency == 'high'" }] }),
    );
    const writer = scriptedWriter((task, seed) => (task.choices === undefined ? sayAll(task, seed) : 'low'));
    const end = await execute(store, run, writer);
    const records = await recordsOf(store, run);
    const dangerous = records.filter((record) => Number(record.pulse) >= 150);
    expect(dangerous.length).toBeGreaterThan(0);
    expect(dangerous.every((record) => record.urgency === null)).toBe(true);
    expect(end.counts.marked).toBe(dangerous.length);
  });

  test('says which labels are chance, where the writer sees no values', async () => {
    const labelled = { ...fields, urgency: { type: 'label', values: ['high', 'low'], facts: ['pulse'] } };
    const { store, run } = await begin(recipeOf(labelled, { rows: 5 }));
    const blind = { ...scriptedWriter(), facts: { ...scriptedFacts, seesNoValues: true as const } };
    const expected = [{ code: 'writer.decidesByChance', at: 'visit.fields.urgency.values' }];
    expect(await execute(store, run, blind)).toMatchObject({ status: 'done', problems: expected });
    expect(await store.run(run)).toMatchObject({ problems: expected });
    const seeing = await begin(recipeOf(labelled, { rows: 5 }));
    expect((await execute(seeing.store, seeing.run, scriptedWriter())).problems).toEqual([]);
  });

  test('a failing writer fails the run with its sentence and keeps what was made', async () => {
    const { store, run } = await begin(recipeOf(fields, { rows: 100 }));
    let calls = 0;
    const writer = scriptedWriter((task, seed) => {
      if (++calls > 40) throw new Error('the engine is gone');
      return sayAll(task, seed);
    });
    const end = await execute(store, run, writer);
    expect(end.status).toBe('failed');
    expect((await execute(store, run, scriptedWriter())).counts).toMatchObject({ made: 100 });
  });
});

describe('a run whose writer comes down a step', () => {
  const lesser = { ...scriptedFacts, model: 'lesser', slots: 1 };
  const notice = problem('device.otherWriter', '', { model: 'scripted', times: 3, other: 'lesser' });

  /** Another model from the eighth cell on. */
  function changing(): Writer {
    const writer = scriptedWriter();
    const board = new NewsBoard();
    return {
      ...writer,
      follow: (listener) => board.follow(listener),
      async write(task, seed, signal) {
        if (writer.asked === 7) board.tell({ problem: notice, facts: lesser, step: 1 });
        const { model } = board.facts ?? scriptedFacts;
        return { ...(await writer.write(task, seed, signal)), model };
      },
    };
  }

  test('says so, keeps it, and each text names the model that wrote it', async () => {
    const { store, run } = await begin(recipeOf(fields, { rows: 20 }));
    const end = await execute(store, run, changing());
    expect(end).toMatchObject({ status: 'done', problems: [notice], writer: lesser });
    expect(await store.run(run)).toMatchObject({ status: 'done', problems: [notice], writer: lesser });
    const [batch] = await batchesOf(store, run);
    const models = batch?.lineage['note']?.map(({ model }) => model) ?? [];
    expect(models.filter((model) => model === 'scripted')).toHaveLength(7);
    expect(models.filter((model) => model === 'lesser')).toHaveLength(13);
  });

  test('keeps it once over a pause, and behind what ended the run', async () => {
    const { store, run } = await begin(recipeOf(fields, { rows: 20 }));
    const failing = (): Writer => {
      const writer = changing();
      let asked = 0;
      return {
        ...writer,
        get facts() {
          return scriptedFacts;
        },
        write: (...cell) =>
          asked++ < 12
            ? writer.write(...cell)
            : Promise.reject(new Failure('device.writerStuck', { restarts: 3 })),
      };
    };
    const codes = async () => (await store.run(run))?.problems.map(({ code }) => code);
    await execute(store, run, failing());
    expect(await codes()).toEqual(['device.writerStuck', 'device.otherWriter']);
    await execute(store, run, scriptedWriter());
    expect(await codes()).toEqual(['device.otherWriter']);
    expect((await recordsOf(store, run)).map(({ row }) => row)).toHaveLength(20);
  });
});

describe('a run that is broken off', () => {
  test('goes on where it was and ends like an unbroken one', async () => {
    const recipe = recipeOf(fields, { rows: 450 });
    const whole = await begin(recipe);
    await execute(whole.store, whole.run, scriptedWriter());
    const expected = await recordsOf(whole.store, whole.run);
    for (const after of [1, 37, 200, 333]) {
      const { store, run } = await begin(recipe);
      const stop = new AbortController();
      let calls = 0;
      const first = scriptedWriter((task, seed) => {
        if (++calls === after) stop.abort(pauseReason);
        return sayAll(task, seed);
      });
      expect((await execute(store, run, first, stop.signal)).status).toBe('paused');
      const second = scriptedWriter();
      const end = await execute(store, run, second);
      expect(end).toMatchObject({ status: 'done', counts: { made: 450 } });
      expect(await recordsOf(store, run)).toEqual(expected);
      // What was under way is written again, nothing else: twice the slots at most.
      expect(first.asked + second.asked).toBeLessThanOrEqual(450 + 8 + 1);
    }
  });
});

describe('a run that is cancelled', () => {
  test('leaves its finished records to be read, and goes on from them if asked to', async () => {
    const recipe = recipeOf(fields, { rows: 450 });
    const whole = await begin(recipe);
    await execute(whole.store, whole.run, scriptedWriter());
    const expected = await recordsOf(whole.store, whole.run);
    const { store, run } = await begin(recipe);
    const stop = new AbortController();
    let calls = 0;
    const first = scriptedWriter((task, seed) => {
      if (++calls === 260) stop.abort('cancelled');
      return sayAll(task, seed);
    });
    const end = await execute(store, run, first, stop.signal);
    const left = await recordsOf(store, run);
    expect(end).toMatchObject({ status: 'cancelled', counts: { made: left.length } });
    // Eight records are under way at a time; all before them are finished.
    expect(left.length).toBeGreaterThan(260 - 2 * 8);
    expect(left).toEqual(expected.slice(0, left.length));
    await execute(store, run, scriptedWriter());
    expect(await recordsOf(store, run)).toEqual(expected);
  });
});
