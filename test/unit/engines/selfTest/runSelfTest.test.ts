import { describe, expect, test } from 'vitest';
import recording from '../../../../public/writer/selfTest.json';
import type { EngineOptions, LoadedModel, ModelCard, RenderedTask } from '../../../../src/engines/Engine';
import { embeddedWriter } from '../../../../src/engines/models';
import type { OpenModel } from '../../../../src/engines/prepareModel';
import { runSelfTest } from '../../../../src/engines/selfTest/runSelfTest';
import { scriptedFacts } from '../../../support/scriptedWriter';

const own: ModelCard = { ...embeddedWriter, id: 'own-1', sha256: '1'.repeat(64) };
const recordedReply = ({ prompt }: RenderedTask): string =>
  recording.replies[recording.prompts.indexOf(prompt)] ?? '';

interface Loading {
  readonly options: Partial<EngineOptions>;
  unloaded: boolean;
}

/** A model that answers at once; `reply` gets how often it was loaded before. */
function scripted(
  backend: string,
  slots: number,
  reply: (task: RenderedTask, loading: number) => string,
): { open: OpenModel; loadings: Loading[] } {
  const loadings: Loading[] = [];
  const open: OpenModel = async (options = {}) => {
    const loading: Loading = { options, unloaded: false };
    const number = loadings.push(loading) - 1;
    const model: LoadedModel = {
      facts: { ...scriptedFacts, backend, slots: options.slots ?? slots },
      async write(task) {
        const text = reply(task, number);
        return { text, tokens: 10, promptTokens: 1, milliseconds: 1, finish: 'stop' };
      },
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
  return runSelfTest(
    card,
    open,
    () => (time += 500),
    () => undefined,
  );
}

describe('a self-test', () => {
  test('compares with the recording, all slots at work, and is done after one loading', async () => {
    const { open, loadings } = scripted('CPU', 8, recordedReply);
    const test = await selfTest(embeddedWriter, open);
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

  test('does not let wrong numbers pass, even where only the last slot has them', async () => {
    let asked = 0;
    const { open } = scripted('WebGPU', 8, (task) => (++asked === 8 ? '# # # #' : recordedReply(task)));
    expect(await selfTest(embeddedWriter, open)).toMatchObject({
      comparedWith: 'recording',
      verdict: 'different',
    });
  });

  test('compares a model without a recording with itself on the processor', async () => {
    const { open, loadings } = scripted('WebGPU', 2, (_, loading) =>
      loading === 0 ? 'the the the the' : 'the patient was seen',
    );
    expect(await selfTest(own, open)).toMatchObject({ comparedWith: 'processor', verdict: 'different' });
    expect(loadings[1]?.options).toEqual({ backend: 'cpu', slots: 1 });
    expect(loadings.every(({ unloaded }) => unloaded)).toBe(true);
  });

  test('compares one on the processor with a loading of one thread', async () => {
    const { open, loadings } = scripted('CPU', 2, ({ prompt }) => `About ${prompt}`);
    expect(await selfTest(own, open)).toMatchObject({ comparedWith: 'itself', verdict: 'same' });
    expect(loadings[1]?.options).toEqual({ backend: 'cpu', slots: 1, threads: 1 });
  });

  test('passes no model that writes nothing', async () => {
    const { open } = scripted('CPU', 2, () => '');
    expect(await selfTest(own, open)).toMatchObject({ verdict: 'unreadable' });
  });

  test('ends the engine that fails under it', async () => {
    const { open, loadings } = scripted('CPU', 2, () => {
      throw new Error('aborted');
    });
    await expect(selfTest(own, open)).rejects.toThrow('aborted');
    expect(loadings).toEqual([{ options: {}, unloaded: true }]);
  });
});
