import { describe, expect, test } from 'vitest';
import type { LoadedModel } from '../../../src/engines/Engine';
import { embeddedWriter } from '../../../src/engines/models';
import { openWatched } from '../../../src/engines/openWatched';
import { Failure } from '../../../src/problems/Failure';
import { ScriptedModel } from '../../support/scriptedModel';

const never = new AbortController().signal;
const task = { prompt: 'a', maxTokens: 9, temperature: 0, seed: 7 };
const question = { prompt: 'a', continuations: [' b'] };
const stuck = { problem: { code: 'device.writerStuck' } };

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** Opens with seconds that pass when `tick` says so. */
function open(load: (signal: AbortSignal) => Promise<LoadedModel>) {
  const ticks = new Set<() => void>();
  const opening = openWatched({ card: embeddedWriter, load }, (tick) => {
    ticks.add(tick);
    return () => ticks.delete(tick);
  });
  opening.catch(() => undefined);
  const tick = async (seconds: number): Promise<void> => {
    await settle();
    for (let second = 0; second < seconds; second++) for (const one of ticks) one();
    await settle();
  };
  return { opening, tick, ticks };
}

const hangs = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

describe('a watched model', () => {
  test('writes and scores as the model does, and is unloaded with it', async () => {
    const model = new ScriptedModel();
    const { opening, ticks } = open(async () => model);
    const watched = await opening;
    expect(watched.facts).toBe(model.facts);
    const writing = [watched.write(task, never), watched.score(question, never)] as const;
    expect(model.open).toHaveLength(2);
    for (const cell of [...model.open]) cell.finish('text');
    expect((await writing[0]).text).toBe('text');
    expect((await writing[1]).map(({ logProbability }) => logProbability)).toEqual([-2]);
    await watched.unload();
    expect(model.unloaded).toBe(true);
    expect(ticks.size).toBe(0);
  });

  test('that is not loaded in time is given up, by ticks alone', async () => {
    const { opening, tick, ticks } = open(hangs);
    let settled = false;
    opening.catch(() => (settled = true));
    await tick(299);
    expect(settled).toBe(false);
    await tick(1);
    await expect(opening).rejects.toMatchObject(stuck);
    expect(ticks.size).toBe(0);
  });

  test('that says why it cannot be loaded is not loaded again', async () => {
    let loads = 0;
    const { opening } = open(() => {
      loads++;
      return Promise.reject(new Failure('device.writerNotLoaded', { model: 'x' }));
    });
    await expect(opening).rejects.toMatchObject({ problem: { code: 'device.writerNotLoaded' } });
    expect(loads).toBe(1);
  });

  test.each(['write', 'score'] as const)('that makes no step is ended where it has to %s', async (what) => {
    const model = new ScriptedModel();
    let loads = 0;
    const { opening, tick } = open(async () => (loads++, model));
    const watched = await opening;
    const asked = what === 'write' ? watched.write(task, never) : watched.score(question, never);
    const rejected = expect(asked).rejects.toMatchObject(stuck);
    // The first step may take long.
    await tick(100);
    model.stepCount = 1;
    await tick(20);
    expect(model.unloaded).toBe(false);
    await tick(400);
    await rejected;
    expect(model.unloaded).toBe(true);
    await expect(watched.write(task, never)).rejects.toMatchObject(stuck);
    expect(loads).toBe(1);
  });

  test('that dies ends all that is asked of it, and is not loaded again though it has worked', async () => {
    const model = new ScriptedModel();
    let loads = 0;
    const { opening } = open(async () => (loads++, model));
    const watched = await opening;
    const first = watched.write(task, never);
    model.open[0]?.finish();
    await first;
    const asked = [watched.write(task, never), watched.write(task, never)];
    model.die();
    for (const one of asked) await expect(one).rejects.toMatchObject(stuck);
    expect(loads).toBe(1);
  });
});
