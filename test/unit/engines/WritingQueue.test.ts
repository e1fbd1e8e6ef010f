import { describe, expect, test } from 'vitest';
import type { RenderedTask } from '../../../src/engines/Engine';
import { WritingQueue, type QueueOptions } from '../../../src/engines/WritingQueue';
import { Failure } from '../../../src/problems/Failure';
import { ScriptedModel } from '../../support/scriptedModel';

const never = new AbortController().signal;
const task = (prompt: string): RenderedTask => ({ prompt, maxTokens: 9, temperature: 1, seed: 7 });
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

function setUp(options: Partial<QueueOptions> = {}, open?: () => Promise<ScriptedModel>) {
  const models = [new ScriptedModel()];
  const openNext = async (): Promise<ScriptedModel> => {
    const model = await (open ?? (async () => new ScriptedModel()))();
    models.push(model);
    return model;
  };
  const queue = new WritingQueue(models[0] as ScriptedModel, openNext, options);
  const model = (at: number): ScriptedModel => models[at] as ScriptedModel;
  const write = (...prompts: string[]) =>
    prompts.map((prompt) => queue.write(task(prompt), new AbortController().signal));
  return { queue, models, model, write };
}
const prompts = (model: ScriptedModel): string[] => model.open.map((cell) => cell.task.prompt);

describe('a queue of cells', () => {
  test('keeps as many in flight as there are slots, first come first served', async () => {
    const { model, write } = setUp();
    const replies = write('a', 'b', 'c');
    expect(prompts(model(0))).toEqual(['a', 'b']);
    model(0).open[0]?.finish();
    expect((await replies[0])?.text).toBe('reply to a');
    await settle();
    expect(prompts(model(0))).toEqual(['b', 'c']);
  });

  test('answers a cancel at once and gives the slot to the next', async () => {
    const { queue, model, write } = setUp();
    const stop = new AbortController();
    const cancelled = queue.write(task('a'), stop.signal);
    void write('b', 'c');
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    await settle();
    expect(prompts(model(0))).toEqual(['b', 'c']);
    expect(model(0).unloaded).toBe(false);
  });

  test('forgets a cell that is cancelled while it waits', async () => {
    const { queue, model, write } = setUp();
    const stop = new AbortController();
    const [first] = write('a', 'b');
    const cancelled = queue.write(task('c'), stop.signal);
    void write('d');
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    model(0).open[0]?.finish();
    await first;
    await settle();
    expect(prompts(model(0))).toEqual(['b', 'd']);
  });

  test('writes lost cells again with the same seed when the engine dies, one at a time', async () => {
    const { model, models, write } = setUp();
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
    const { model, write } = setUp();
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
    const { queue, models, write } = setUp({ patienceSeconds: 3 });
    void write('a');
    const [first] = models as [ScriptedModel];
    for (let second = 0; second < 2; second++) queue.tick();
    first.stepCount = 1;
    for (let second = 0; second < 3; second++) queue.tick();
    expect(first.unloaded).toBe(false);
    queue.tick();
    await settle();
    expect(first.unloaded).toBe(true);
    expect(prompts(models[1] as ScriptedModel)).toEqual(['a']);
  });

  test('does not grow impatient with an engine that has nothing to do', async () => {
    const { queue, models } = setUp({ patienceSeconds: 2 });
    for (let second = 0; second < 10; second++) queue.tick();
    await settle();
    expect(models[0]?.unloaded).toBe(false);
  });

  test('gives up after the allowed restarts in a row, with a Failure for all', async () => {
    const { model, models, write, queue } = setUp({ mostRestarts: 2 });
    const replies = write('a', 'b', 'c', 'd', 'e');
    const outcomes = Promise.allSettled(replies);
    for (let life = 0; life < 3; life++) {
      model(life).die();
      await settle();
    }
    expect(models).toHaveLength(3);
    const [, , , , last] = await outcomes;
    expect(last).toMatchObject({ status: 'rejected', reason: { problem: { code: 'device.writerStuck' } } });
    await expect(queue.write(task('late'), never)).rejects.toBeInstanceOf(Failure);
  });

  test('forgets earlier deaths once a cell is finished', async () => {
    const { model, models, write } = setUp({ mostRestarts: 1 });
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
    const { model, write } = setUp({ mostRestarts: 3 }, async () => {
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
    const { model, models, write } = setUp({ restartAtMiB: 100 });
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
    const { queue, model, write } = setUp();
    const outcomes = Promise.allSettled(write('a', 'b', 'c'));
    await queue.close();
    expect((await outcomes).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(model(0).unloaded).toBe(true);
  });
});

describe('a queue of questions', () => {
  const yesOrNo = { prompt: 'q', continuations: [' yes', ' no'] };

  test('shares the slots with cells and answers in the order of the task', async () => {
    const { queue, model, write } = setUp();
    void write('a', 'b');
    const scores = queue.score(yesOrNo, never);
    expect(prompts(model(0))).toEqual(['a', 'b']);
    model(0).open[0]?.finish();
    await settle();
    expect(prompts(model(0))).toEqual(['b', 'q']);
    model(0).open[1]?.finish();
    expect((await scores).map(({ logProbability }) => logProbability)).toEqual([-4, -3]);
  });

  test('passes on that a text is too long, and keeps the engine', async () => {
    const { queue, model, models } = setUp();
    const scores = queue.score(yesOrNo, never);
    model(0).open[0]?.refuse();
    await expect(scores).rejects.toMatchObject({ problem: { code: 'device.tooLongToScore' } });
    expect(models).toHaveLength(1);
  });

  test('rejects one that ends the engine twice, and goes on', async () => {
    const { queue, model, write } = setUp();
    const scores = queue.score(yesOrNo, never);
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
