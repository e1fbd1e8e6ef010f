import { describe, expect, test } from 'vitest';
import recording from '../../../../public/writer/selfTest.json';
import type { EngineOptions, LoadedModel, ModelCard, RenderedTask } from '../../../../src/engines/Engine';
import { embeddedWriter } from '../../../../src/engines/models';
import type { OpenModel } from '../../../../src/engines/prepareModel';
import { refusedGpu } from '../../../../src/engines/selfTest/refusedGpu';
import { runSelfTest } from '../../../../src/engines/selfTest/runSelfTest';
import { scriptedFacts } from '../../../support/scriptedWriter';

const own: ModelCard = { ...embeddedWriter, id: 'own-1', sha256: '1'.repeat(64) };
const recordedReply = ({ prompt }: RenderedTask): string =>
  recording.replies[recording.prompts.indexOf(prompt)] ?? '';

interface Loading {
  readonly options: Partial<EngineOptions>;
  unloaded: boolean;
}

/** A model that answers at once, on this backend unless the processor is asked for. */
function scripted(
  backend: string,
  slots: number,
  reply: (task: RenderedTask, backend: string) => string,
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
        const text = reply(task, facts.backend);
        return { text, tokens: 10, promptTokens: 1, milliseconds: 1, finish: 'stop' };
      },
      score: () => Promise.reject(new Error('not asked')),
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
  return runSelfTest({ card, open, now: () => (time += 500), onStep: () => undefined });
}

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

  test('judges a model of the GPU alone by the GPU alone', async () => {
    const right = scripted('WebGPU', 1, ({ prompt }) => `About ${prompt}`);
    const open: OpenModel = (options = {}) =>
      options.backend === 'cpu' ? Promise.reject(new Error('GPU only')) : right.open(options);
    expect((await selfTest(own, open)).test).toMatchObject({ comparedWith: 'itself', verdict: 'same' });
    let asked = 0;
    const wrong = scripted('WebGPU', 1, () => `${++asked}`);
    const openWrong: OpenModel = (options = {}) =>
      options.backend === 'cpu' ? Promise.reject(new Error('GPU only')) : wrong.open(options);
    expect(await selfTest(own, openWrong)).toMatchObject({
      test: { facts: { backend: 'WebGPU' }, verdict: 'different' },
      refused: null,
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
});
