import { describe, expect, test } from 'vitest';
import recording from '../../../../public/writer/selfTest.json';
import type {
  ContinuationScore,
  EngineOptions,
  LoadedModel,
  ModelCard,
  RenderedTask,
} from '../../../../src/engines/Engine';
import { embeddedWriter } from '../../../../src/engines/models';
import { openWatched } from '../../../../src/engines/openWatched';
import type { OpenModel } from '../../../../src/engines/prepareModel';
import { refusedGpu } from '../../../../src/engines/selfTest/refusedGpu';
import { runSelfTest } from '../../../../src/engines/selfTest/runSelfTest';
import { Failure } from '../../../../src/problems/Failure';
import { scriptedFacts } from '../../../support/scriptedWriter';

const own: ModelCard = { ...embeddedWriter, id: 'own-1', sha256: '1'.repeat(64) };
const recordedReply = ({ prompt }: RenderedTask): string =>
  recording.replies[recording.prompts.indexOf(prompt)] ?? '';

/** Four tokens of each text, so likely. */
const scores = (...means: number[]): readonly ContinuationScore[] =>
  means.map((logProbability) => ({
    logProbability: 4 * logProbability,
    tokens: Array.from({ length: 4 }, () => ({ text: ' a', logProbability })),
  }));

interface Loading {
  readonly options: Partial<EngineOptions>;
  unloaded: boolean;
}

/** A model that answers at once, on this backend unless the processor is asked for. */
function scripted(
  backend: string,
  slots: number,
  reply: (task: RenderedTask, backend: string) => string | Promise<never>,
  means: readonly number[] = [-3, -7],
): { open: OpenModel; loadings: Loading[] } {
  const loadings: Loading[] = [];
  const open: OpenModel = async (options = {}) => {
    const loading: Loading = { options, unloaded: false };
    loadings.push(loading);
    const facts = {
      ...scriptedFacts,
      backend: options.backend === 'cpu' ? 'CPU' : backend,
      slots: options.slots ?? slots,
    };
    const model: LoadedModel = {
      facts,
      async write(task) {
        const text = await reply(task, facts.backend);
        return { text, tokens: 10, promptTokens: 1, milliseconds: 1, finish: 'stop' };
      },
      score: async ({ continuations }) => scores(...means.slice(0, continuations.length)),
      steps: () => 0,
      heldMiB: () => 0,
      async unload() {
        loading.unloaded = true;
      },
    };
    return model;
  };
  return { open, loadings };
}

function selfTest(card: ModelCard, open: OpenModel) {
  let time = 0;
  const chosen = { slots: 2, threads: 1, backend: 'gpu' } as const;
  return runSelfTest({ card, chosen, open, now: () => (time += 500), onStep: () => undefined });
}

const gpuOnly =
  (open: OpenModel): OpenModel =>
  (options = {}) =>
    options.backend === 'cpu' ? Promise.reject(new Error('GPU only')) : open(options);
const stuck = (): Promise<never> => Promise.reject(new Failure('device.writerStuck', { restarts: 1 }));

describe('a self-test', () => {
  test('compares with the recording, all slots at work, and is done after one loading', async () => {
    const { open, loadings } = scripted('CPU', 8, recordedReply);
    const { test, refused } = await selfTest(embeddedWriter, open);
    expect(refused).toBeNull();
    // Eight texts of ten tokens in half a second.
    expect(test).toMatchObject({
      comparedWith: 'recording',
      verdict: 'same',
      agreement: 1,
      tokensPerSecond: 160,
      loadMs: 500,
    });
    expect(loadings).toEqual([{ options: {}, unloaded: true }]);
  });

  test('does not let wrong numbers on the GPU pass, even where only the last slot has them', async () => {
    let asked = 0;
    const { open, loadings } = scripted('WebGPU', 8, (task) =>
      ++asked === 8 ? '# # # #' : recordedReply(task),
    );
    const { test, refused } = await selfTest(embeddedWriter, open);
    expect(refused).toMatchObject({
      facts: { backend: 'WebGPU' },
      comparedWith: 'recording',
      verdict: 'different',
    });
    expect(test).toMatchObject({ facts: { backend: 'CPU' }, comparedWith: 'recording', verdict: 'same' });
    expect(loadings.map(({ options }) => options)).toEqual([{}, refusedGpu]);
  });

  test('compares a model without a recording with itself on the processor', async () => {
    const { open, loadings } = scripted('WebGPU', 2, (_, backend) =>
      backend === 'CPU' ? 'the patient was seen' : 'the the the the',
    );
    const { test, refused } = await selfTest(own, open);
    expect(refused).toMatchObject({ comparedWith: 'processor', verdict: 'different' });
    expect(test).toMatchObject({ comparedWith: 'itself', verdict: 'same' });
    expect(loadings.map(({ options }) => options)).toEqual([
      {},
      { backend: 'cpu', slots: 1 },
      refusedGpu,
      { ...refusedGpu, slots: 1, threads: 1 },
    ]);
    expect(loadings.every(({ unloaded }) => unloaded)).toBe(true);
  });

  test('compares one on the processor with a loading of one thread', async () => {
    const { open, loadings } = scripted('CPU', 2, ({ prompt }) => `About ${prompt}`);
    const { test, refused } = await selfTest(own, open);
    expect(test).toMatchObject({ comparedWith: 'itself', verdict: 'same' });
    expect(refused).toBeNull();
    expect(loadings[1]?.options).toEqual({ slots: 1, threads: 1 });
  });

  test('has two texts written where the right words are not known, every slot at work, and four where they are', async () => {
    for (const [card, slots, written] of [
      [own, 1, 2 + 2],
      [own, 8, 8 + 2],
      [embeddedWriter, 1, 4],
    ] as const) {
      let asked = 0;
      const { open } = scripted('CPU', slots, (task) => {
        asked += 1;
        return recordedReply(task);
      });
      expect((await selfTest(card, open)).test.verdict).toBe('same');
      expect(asked).toBe(written);
    }
  });

  test('judges a model of the GPU alone by the GPU alone', async () => {
    const right = scripted('WebGPU', 1, ({ prompt }) => `About ${prompt}`);
    expect((await selfTest(own, gpuOnly(right.open))).test).toMatchObject({
      comparedWith: 'itself',
      verdict: 'same',
    });
    let asked = 0;
    const wrong = scripted('WebGPU', 1, () => `${++asked}`);
    expect(await selfTest(own, gpuOnly(wrong.open))).toMatchObject({
      test: { facts: { backend: 'WebGPU' }, verdict: 'different' },
      refused: null,
    });
  });

  test.each([
    ['every token is as likely as any of 32,000', [-10.4, -10.4]],
    ['it is sure of other tokens', [-30, -34]],
    ['the order of the words is nothing to it', [-3, -3]],
    ['they are none', [NaN, NaN]],
    ['they are none, and the engine calls that certain', [0, 0]],
  ])('does not let the same wrong numbers pass twice: %s', async (_, means) => {
    const { open, loadings } = scripted('WebGPU', 1, () => '@@@@ @@@@', means);
    expect(await selfTest(own, gpuOnly(open))).toMatchObject({
      test: { comparedWith: 'itself', verdict: 'implausible', passed: false, agreement: 1 },
      refused: null,
    });
    expect(loadings.every(({ unloaded }) => unloaded)).toBe(true);
  });

  test('asks a model that can be compared with better than itself for no scores', async () => {
    const { open } = scripted('CPU', 2, recordedReply, [NaN, NaN]);
    expect((await selfTest(embeddedWriter, open)).test.verdict).toBe('same');
    const onGpu = scripted('WebGPU', 2, ({ prompt }) => prompt, [NaN, NaN]);
    expect((await selfTest(own, onGpu.open)).test).toMatchObject({
      comparedWith: 'processor',
      verdict: 'same',
    });
  });

  test('passes no model that writes nothing', async () => {
    const { open } = scripted('CPU', 2, () => '');
    expect((await selfTest(own, open)).test.verdict).toBe('unreadable');
  });

  test('ends the engine that dies under it, and says so', async () => {
    const { open, loadings } = scripted('CPU', 2, () => {
      throw new Error('aborted');
    });
    expect((await selfTest(own, open)).test.verdict).toBe('ended');
    expect(loadings).toEqual([{ options: {}, unloaded: true }]);
  });

  test('has no answer for a model that cannot be loaded', async () => {
    await expect(selfTest(own, () => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory');
  });

  test('compares with itself where the processor gives up under it', async () => {
    const { open } = scripted('WebGPU', 2, ({ prompt }, backend) => (backend === 'CPU' ? stuck() : prompt));
    expect(await selfTest(own, open)).toMatchObject({
      test: { facts: { backend: 'WebGPU' }, comparedWith: 'itself', verdict: 'same' },
      refused: null,
    });
  });
});

describe('a self-test of a model that hangs', () => {
  /** Watched as in the app, but a second is over at once. */
  const watched =
    (load: (options: Partial<EngineOptions>, signal: AbortSignal) => Promise<LoadedModel>): OpenModel =>
    (options = {}) =>
      openWatched({ card: own, load: (signal) => load(options, signal) }, (tick) => {
        const timer = setInterval(tick, 0);
        return () => clearInterval(timer);
      });
  const forever = new Promise<never>(() => undefined);

  test('on the GPU while it writes goes on on the processor', async () => {
    const { open, loadings } = scripted('WebGPU', 2, ({ prompt }, backend) =>
      backend === 'CPU' ? prompt : forever,
    );
    expect(await selfTest(own, watched(open))).toMatchObject({
      test: { facts: { backend: 'CPU' }, verdict: 'same' },
      refused: { facts: { backend: 'WebGPU' }, verdict: 'ended', passed: false },
    });
    expect(loadings.every(({ unloaded }) => unloaded)).toBe(true);
  });

  test('on the processor while it writes has ended there', async () => {
    const { open } = scripted('CPU', 2, () => forever);
    expect(await selfTest(own, watched(open))).toMatchObject({
      test: { facts: { backend: 'CPU' }, verdict: 'ended', passed: false },
      refused: null,
    });
  });

  const hangs = (signal: AbortSignal): Promise<never> =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

  test('on the GPU while it is loaded goes on on the processor', async () => {
    const { open } = scripted('WebGPU', 2, ({ prompt }) => prompt);
    const load = watched((options, signal) => (options.backend === 'cpu' ? open(options) : hangs(signal)));
    expect(await selfTest(own, load)).toMatchObject({
      test: { facts: { backend: 'CPU' }, verdict: 'same' },
      refused: {
        facts: { engine: own.engine, backend: 'WebGPU', model: own.id, modelSha256: own.sha256, slots: 2 },
        verdict: 'ended',
        passed: false,
      },
    });
  });

  test('wherever it is loaded has ended on the processor', async () => {
    expect(
      await selfTest(
        own,
        watched((_, signal) => hangs(signal)),
      ),
    ).toMatchObject({
      test: { facts: { backend: 'CPU' }, verdict: 'ended', passed: false },
      refused: { facts: { backend: 'WebGPU' }, verdict: 'ended' },
    });
  });
});
