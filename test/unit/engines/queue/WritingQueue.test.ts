import { describe, expect, test } from 'vitest';
import type { ModelCard, RenderedTask, Written } from '../../../../src/engines/Engine';
import { embeddedWriter } from '../../../../src/engines/models';
import type { Request } from '../../../../src/engines/queue/Cell';
import type { Step } from '../../../../src/engines/queue/Step';
import { WritingQueue, type QueueNews, type QueueOptions } from '../../../../src/engines/queue/WritingQueue';
import { scoringRequest } from '../../../../src/engines/requests';
import { Failure } from '../../../../src/problems/Failure';
import { problem } from '../../../../src/problems/Problem';
import { ScriptedModel } from '../../../support/scriptedModel';

const never = new AbortController().signal;
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

function cell(prompt: string, family = ''): Request<Written> {
  const task: RenderedTask = { prompt, maxTokens: 9, temperature: 1, seed: 7 };
  return {
    family,
    ask: ({ model }, signal) => model.write(task, signal),
    tokensOf: ({ tokens }) => tokens,
    giveUp: () => ({ text: '', tokens: 0, promptTokens: 0, milliseconds: 0, finish: 'length' }),
  };
}

type Load = (signal: AbortSignal) => Promise<ScriptedModel>;

async function setUp(options: Partial<QueueOptions> = {}, load?: Load, rest: readonly Step[] = []) {
  const models: ScriptedModel[] = [];
  const step = (card: ModelCard, open: Load): Step => ({
    card,
    load: async (signal) => {
      const model = await open(signal);
      models.push(model);
      return model;
    },
  });
  const news: QueueNews[] = [];
  const first = step(embeddedWriter, async (signal) =>
    models.length === 0 || load === undefined ? new ScriptedModel() : load(signal),
  );
  const queue = new WritingQueue([first, ...rest], options, (one) => news.push(one));
  await queue.open();
  const model = (at: number): ScriptedModel => models[at] as ScriptedModel;
  const write = (...prompts: string[]) =>
    prompts.map((prompt) => queue.ask(cell(prompt), new AbortController().signal));
  return { queue, models, model, write, news };
}
const prompts = (model: ScriptedModel): string[] => model.open.map(({ task }) => task.prompt);

describe('a queue of cells', () => {
  test('keeps as many in flight as there are slots, first come first served', async () => {
    const { model, write } = await setUp();
    const replies = write('a', 'b', 'c');
    expect(prompts(model(0))).toEqual(['a', 'b']);
    model(0).open[0]?.finish();
    expect((await replies[0])?.text).toBe('reply to a');
    await settle();
    expect(prompts(model(0))).toEqual(['b', 'c']);
  });

  test('answers a cancel at once and gives the slot to the next', async () => {
    const { queue, model, write } = await setUp();
    const stop = new AbortController();
    const cancelled = queue.ask(cell('a'), stop.signal);
    void write('b', 'c');
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    await settle();
    expect(prompts(model(0))).toEqual(['b', 'c']);
    expect(model(0).unloaded).toBe(false);
  });

  test('forgets a cell that is cancelled while it waits', async () => {
    const { queue, model, write } = await setUp();
    const stop = new AbortController();
    const [first] = write('a', 'b');
    const cancelled = queue.ask(cell('c'), stop.signal);
    void write('d');
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    model(0).open[0]?.finish();
    await first;
    await settle();
    expect(prompts(model(0))).toEqual(['b', 'd']);
  });

  test('writes lost cells again with the same seed when the engine dies, one at a time', async () => {
    const { model, models, write } = await setUp();
    const replies = write('a', 'b', 'c', 'd');
    model(0).die();
    await settle();
    expect(models).toHaveLength(2);
    expect(model(0).unloaded).toBe(true);
    expect(prompts(model(1))).toEqual(['a']);
    expect(model(1).seen[0]?.seed).toBe(7);
    model(1).open[0]?.finish();
    await settle();
    expect(prompts(model(1))).toEqual(['b']);
    model(1).open[0]?.finish();
    await settle();
    expect(prompts(model(1))).toEqual(['c', 'd']);
    expect((await replies[0])?.text).toBe('reply to a');
  });

  test('counts a cell that ends the engine twice as cut short, and goes on with the others', async () => {
    const { model, write } = await setUp();
    const [bad, good] = write('bad', 'good');
    model(0).die();
    await settle();
    model(1).die();
    expect(await bad).toMatchObject({ text: '', finish: 'length' });
    await settle();
    model(2).open[0]?.finish();
    expect((await good)?.text).toBe('reply to good');
  });

  test('takes an engine without a step for the whole patience as dead', async () => {
    const { queue, models, write } = await setUp({ patienceSeconds: 3 });
    void write('a');
    const [first] = models as [ScriptedModel];
    queue.tick();
    first.stepCount = 1;
    for (let second = 0; second < 3; second++) queue.tick();
    expect(first.unloaded).toBe(false);
    queue.tick();
    await settle();
    expect(first.unloaded).toBe(true);
    expect(prompts(models[1] as ScriptedModel)).toEqual(['a']);
  });

  test('does not grow impatient with an engine that has nothing to do', async () => {
    const { queue, models } = await setUp({ patienceSeconds: 2 });
    for (let second = 0; second < 10; second++) queue.tick();
    await settle();
    expect(models[0]?.unloaded).toBe(false);
  });

  test('gives up after the allowed restarts in a row, with a Failure for all', async () => {
    const { model, models, write, queue } = await setUp({ mostFailures: 3 });
    const replies = write('a', 'b', 'c', 'd', 'e');
    const outcomes = Promise.allSettled(replies);
    for (let life = 0; life < 3; life++) {
      model(life).die();
      await settle();
    }
    expect(models).toHaveLength(3);
    const [, , , , last] = await outcomes;
    expect(last).toMatchObject({ status: 'rejected', reason: { problem: { code: 'device.writerStuck' } } });
    await expect(queue.ask(cell('late'), never)).rejects.toBeInstanceOf(Failure);
  });

  test('forgets earlier deaths once a cell is finished', async () => {
    const { model, models, write } = await setUp({ mostFailures: 2 });
    const replies = write('a', 'b', 'c');
    model(0).die();
    await settle();
    model(1).open[0]?.finish();
    await replies[0];
    await settle();
    model(1).die();
    await settle();
    expect(models).toHaveLength(3);
    expect(prompts(model(2))).toEqual(['c']);
  });

  test('tries again when the engine cannot be loaded, within the same allowance', async () => {
    let tries = 0;
    const { model, write } = await setUp({ mostFailures: 4 }, async () => {
      tries += 1;
      if (tries < 3) throw new Error('no memory');
      return new ScriptedModel();
    });
    const [reply] = write('a');
    model(0).die();
    await settle();
    model(1).open[0]?.finish();
    expect((await reply)?.text).toBe('reply to a');
    expect(tries).toBe(3);
  });

  test('replaces an engine that holds too much, between cells and without losing one', async () => {
    const { model, models, write } = await setUp({ restartAtMiB: 100 });
    const replies = write('a', 'b', 'c');
    model(0).held = 100;
    model(0).open[0]?.finish();
    await replies[0];
    await settle();
    expect(prompts(model(0))).toEqual(['b']);
    model(0).open[0]?.finish();
    await replies[1];
    await settle();
    expect(models).toHaveLength(2);
    expect(prompts(model(1))).toEqual(['c']);
  });

  test('lets nobody wait for ever when it is closed', async () => {
    const { queue, model, write } = await setUp();
    const outcomes = Promise.allSettled(write('a', 'b', 'c'));
    await queue.close();
    expect((await outcomes).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(model(0).unloaded).toBe(true);
  });
});

describe('a queue of questions', () => {
  const yesOrNo = { prompt: 'q', continuations: [' yes', ' no'] };

  test('shares the slots with cells and answers in the order of the task', async () => {
    const { queue, model, write } = await setUp();
    void write('a', 'b');
    const scores = queue.ask(scoringRequest(yesOrNo), never);
    expect(prompts(model(0))).toEqual(['a', 'b']);
    model(0).open[0]?.finish();
    await settle();
    expect(prompts(model(0))).toEqual(['b', 'q']);
    model(0).open[1]?.finish();
    expect((await scores).map(({ logProbability }) => logProbability)).toEqual([-4, -3]);
  });

  test('passes on that a text is too long, and keeps the engine', async () => {
    const { queue, model, models } = await setUp();
    const scores = queue.ask(scoringRequest(yesOrNo), never);
    model(0).open[0]?.refuse();
    await expect(scores).rejects.toMatchObject({ problem: { code: 'device.tooLongToScore' } });
    expect(models).toHaveLength(1);
  });

  test('rejects one that ends the engine twice, and goes on', async () => {
    const { queue, model, write } = await setUp();
    const scores = queue.ask(scoringRequest(yesOrNo), never);
    const outcome = expect(scores).rejects.toMatchObject({ problem: { code: 'device.notScored' } });
    model(0).die();
    await settle();
    model(1).die();
    await outcome;
    await settle();
    const [reply] = write('a');
    model(2).open[0]?.finish();
    expect((await reply)?.text).toBe('reply to a');
  });
});

const lesser = { ...embeddedWriter, contextTokens: 256 };
const other = { ...embeddedWriter, id: 'other', label: 'Other' };
const dieTimes = async (times: number, models: readonly ScriptedModel[]): Promise<void> => {
  for (let time = 0; time < times; time++) {
    models.at(-1)?.die();
    await settle();
  }
};
const stepTo = (card: ModelCard, models: ScriptedModel[]): Step => ({
  card,
  notice: (times) => problem('device.otherWriter', '', { model: 'first', times, other: card.label }),
  load: async () => {
    const model = new ScriptedModel();
    models.push(model);
    return model;
  },
});

describe('a queue whose engine dies three times in a row', () => {
  test('comes down a step, says so, and writes what was lost there', async () => {
    const later: ScriptedModel[] = [];
    const { models, write, news } = await setUp({}, undefined, [stepTo(lesser, later), stepTo(other, later)]);
    const replies = write('a', 'b', 'c', 'd');
    await dieTimes(3, models);
    expect(models).toHaveLength(3);
    expect(later).toHaveLength(1);
    expect(news).toMatchObject([{ problem: { values: { times: 3 } }, kept: { card: lesser, step: 1 } }]);
    // It was the engine and no cell: nothing has to be alone any more.
    expect(prompts(later[0] as ScriptedModel)).toEqual(['c', 'd']);
    expect(await Promise.all(replies.slice(0, 2))).toMatchObject([
      { finish: 'length' },
      { finish: 'length' },
    ]);
    later[0]?.open[0]?.finish();
    expect((await replies[2])?.text).toBe('reply to c');
  });

  test('comes down to the last step and then ends with a Failure for all', async () => {
    const later: ScriptedModel[] = [];
    const { queue, models, write, news } = await setUp({}, undefined, [
      stepTo(lesser, later),
      stepTo(other, later),
    ]);
    const outcomes = Promise.allSettled(write(...'abcdefghijklmnop'));
    models[0]?.open[0]?.finish();
    await settle();
    await dieTimes(3, models);
    for (let life = 0; life < 6; life++) await dieTimes(1, later);
    expect(later).toHaveLength(6);
    expect(news.map(({ kept }) => kept.step)).toEqual([1, 2]);
    expect((await outcomes).at(-1)).toMatchObject({ reason: { problem: { code: 'device.writerStuck' } } });
    await expect(queue.ask(cell('late'), never)).rejects.toBeInstanceOf(Failure);
  });

  test('does not take another model for one that has never answered', async () => {
    const later: ScriptedModel[] = [];
    const first: Step = {
      card: embeddedWriter,
      load: () => Promise.reject(new Failure('device.writerNotLoaded', { model: 'first' })),
    };
    const queue = new WritingQueue([first, stepTo(other, later)], {});
    await expect(queue.open()).rejects.toMatchObject({ problem: { code: 'device.writerNotLoaded' } });
    expect(later).toEqual([]);
  });

  test('begins where an earlier writer left off', async () => {
    const later: ScriptedModel[] = [];
    const first: Step = { card: embeddedWriter, load: () => Promise.reject(new Error('not asked for')) };
    const queue = new WritingQueue([first, stepTo(other, later)], { from: 1 });
    expect(await queue.open()).toMatchObject({ card: other, step: 1 });
  });
});

/** Answers so many cells, one after the other, and then lets the engine die with the next; `engines` in their order. */
async function dieAfter(cells: number, queue: WritingQueue, engines: () => readonly ScriptedModel[]) {
  for (let answered = 0; answered <= cells; answered++) {
    const reply = queue.ask(cell('a'), never);
    if (answered === cells) engines().at(-1)?.die();
    await settle();
    engines().at(-1)?.open[0]?.finish();
    await reply;
  }
}

describe('a queue whose engine dies now and then', () => {
  test.each([
    { cells: 10, deaths: 3, steps: [1] },
    { cells: 10, deaths: 2, steps: [] },
    { cells: 150, deaths: 6, steps: [] },
  ])('with $cells cells between $deaths deaths comes down to $steps', async ({ cells, deaths, steps }) => {
    const later: ScriptedModel[] = [];
    const { queue, models, news } = await setUp({}, undefined, [stepTo(lesser, later)]);
    const engines = () => [...models, ...later];
    for (let death = 0; death < deaths; death++) await dieAfter(cells, queue, engines);
    expect(models).toHaveLength(steps.length === 0 ? deaths + 1 : deaths);
    expect(later).toHaveLength(steps.length);
    expect(news.map(({ kept }) => kept.step)).toEqual(steps);
  });

  test('goes on with the last step as long as anything is answered', async () => {
    const { queue, models, news } = await setUp();
    for (let death = 0; death < 20; death++) await dieAfter(1, queue, () => models);
    expect(models).toHaveLength(21);
    expect(news).toEqual([]);
  });

  test('holds nothing against it that one cell does wherever it is asked', async () => {
    const later: ScriptedModel[] = [];
    const { queue, models, model } = await setUp({}, undefined, [stepTo(lesser, later)]);
    for (let bad = 0; bad < 5; bad++) {
      const reply = queue.ask(cell('bad'), never);
      await dieTimes(2, models);
      expect(await reply).toMatchObject({ finish: 'length' });
      const good = queue.ask(cell('good'), never);
      models.at(-1)?.open[0]?.finish();
      await good;
    }
    expect(models).toHaveLength(11);
    expect(model(10).unloaded).toBe(false);
    expect(later).toEqual([]);
  });
});

describe('a queue over an hour in which nothing ticked', () => {
  test('takes no engine for hung that had work, and goes on to watch it', async () => {
    let clock = 0;
    const { queue, models, write } = await setUp({ patienceSeconds: 3, now: () => clock });
    const [first] = models as [ScriptedModel];
    const [reply] = write('a');
    first.stepCount = 1;
    queue.tick();
    queue.tick();
    clock += 3_600_000;
    queue.tick();
    await settle();
    expect(first.unloaded).toBe(false);
    first.open[0]?.finish();
    expect((await reply)?.text).toBe('reply to a');
    void write('b');
    for (let second = 0; second < 4; second++) queue.tick();
    await settle();
    expect(models).toHaveLength(2);
  });

  test('keeps the number of texts at once that is faster', async () => {
    let clock = 0;
    const { queue, model, write } = await setUp({ now: () => clock });
    // Two at once take no longer than one alone.
    const writeForSeconds = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second++) {
        clock += 1000;
        queue.tick();
        for (const open of [...model(0).open]) open.finish();
        await settle();
      }
    };
    for (let cells = 0; cells < 200; cells++) write('a')[0]?.catch(() => undefined);
    await writeForSeconds(4);
    clock += 3_600_000;
    await writeForSeconds(40);
    expect(model(0).open).toHaveLength(2);
    await queue.close();
  });
});

test('a load that never ends is given up, and tried again', async () => {
  let loads = 0;
  const hangs: Load = (signal) => {
    loads += 1;
    if (loads > 1) return Promise.resolve(new ScriptedModel());
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  };
  const { queue, models, model, write } = await setUp({ loadSeconds: 3 }, hangs);
  const [reply] = write('a');
  model(0).die();
  await settle();
  for (let second = 0; second < 3; second++) queue.tick();
  await settle();
  expect(loads).toBe(2);
  expect(models).toHaveLength(2);
  model(1).open[0]?.finish();
  expect((await reply)?.text).toBe('reply to a');
});

test('a free slot goes to what begins as its last prompt did, and nobody is passed over for ever', async () => {
  const { queue, model } = await setUp();
  const ask = (prompt: string, family: string) =>
    void queue.ask(cell(prompt, family), new AbortController().signal);
  ask('note 1', 'note');
  ask('letter 1', 'letter');
  ask('letter 2', 'letter');
  ask('note 2', 'note');
  model(0).open[0]?.finish();
  await settle();
  expect(prompts(model(0))).toEqual(['letter 1', 'note 2']);
  for (let more = 3; more < 40; more++) {
    ask(`note ${more}`, 'note');
    model(0).open.at(-1)?.finish();
    await settle();
  }
  const sent = model(0).seen.map(({ prompt }) => prompt);
  expect(sent.indexOf('letter 2')).toBeGreaterThan(3);
  expect(sent.indexOf('letter 2')).toBeLessThan(25);
});
