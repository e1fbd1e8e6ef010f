import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ModelCard, RenderedTask } from '../../../../src/engines/Engine';
import type { GpuFacts } from '../../../../src/engines/shared/gpu/GpuFacts';
import { loadMlc } from '../../../../src/engines/webLlm/loadMlc';
import type { MlcFolder } from '../../../../src/engines/webLlm/readMlcFolder';
import { Failure } from '../../../../src/problems/Failure';
import { gpuFacts } from '../../../support/deviceFacts';
import { mlcCard, mlcFolder } from '../../../support/mlcFolder';
import { ScriptedMlc, type Script } from '../../../support/scriptedMlc';

const options = { slots: 1, threads: 1 };
const never = new AbortController().signal;
const task: RenderedTask = { prompt: 'A prompt', maxTokens: 40, temperature: 0.7, seed: 5 };

interface Given {
  readonly script?: Script;
  readonly gpu?: GpuFacts | null;
  readonly folder?: Partial<MlcFolder>;
  readonly signal?: AbortSignal;
  readonly card?: Partial<ModelCard>;
}

function load({ script = {}, gpu = gpuFacts(), folder = {}, signal = never, card = {} }: Given = {}) {
  const port = new ScriptedMlc(script);
  const started = vi.fn(() => port);
  const ticks = new Set<() => void>();
  const loading = loadMlc({ ...mlcCard, ...card }, options, signal, {
    gpu,
    readFolder: () => Promise.resolve(mlcFolder(folder)),
    startWorker: started,
    ticker: (tick) => {
      ticks.add(tick);
      return () => ticks.delete(tick);
    },
  });
  /** So many seconds go by, for those whom nobody has frozen. */
  const pass = (seconds: number): void => {
    for (let second = 0; second < seconds; second++) for (const tick of ticks) tick();
  };
  return { port, started, loading, ticks, pass };
}

async function open(given: Given = {}) {
  const { port, loading } = load(given);
  return { port, model: await loading };
}

async function codeOf(doing: Promise<unknown>): Promise<string> {
  const error: unknown = await doing.then(
    () => 'nothing went wrong',
    (cause: unknown) => cause,
  );
  if (error instanceof Failure) return error.problem.code;
  return error instanceof Error ? error.name : String(error);
}

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

beforeEach(() => {
  URL.createObjectURL = () => 'blob:http://localhost/library';
  URL.revokeObjectURL = () => undefined;
});
afterEach(() => vi.useRealTimers());

describe('loading', () => {
  test('tells the library where the model lies, and how much a cell may hold', async () => {
    const { port, model } = await open({
      script: { progress: ['Start to fetch params', 'Finish loading on WebGPU - nvidia'] },
    });
    const [, config, reload] = port.heard;
    expect(config?.content).toMatchObject({
      cacheBackend: 'cache',
      model_list: [
        {
          model_id: 'own-tiny',
          model: 'http://localhost/mlc/tiny/',
          model_lib: 'blob:http://localhost/library',
        },
      ],
    });
    expect(reload?.content).toEqual({
      modelId: ['own-tiny'],
      chatOpts: [{ context_window_size: 2048, sliding_window_size: -1, attention_sink_size: -1 }],
    });
    expect(model.facts).toEqual({
      engine: 'webLlm',
      backend: 'WebGPU - nvidia',
      model: 'own-tiny',
      modelSha256: mlcCard.sha256,
      slots: 1,
      threads: 1,
    });
    const { model: blind } = await open({ card: { slots: true } });
    expect(blind.facts).toMatchObject({ seesNoValues: true });
  });

  test('is refused where the processor is asked for: a self-test must not take the GPU for it', async () => {
    const startWorker = vi.fn(() => new ScriptedMlc());
    const readFolder = () => Promise.resolve(mlcFolder());
    const ticker = () => () => undefined;
    const given = { gpu: gpuFacts(), readFolder, startWorker, ticker };
    const asked = { ...options, backend: 'cpu' } as const;
    expect(await codeOf(loadMlc(mlcCard, asked, never, given))).toBe('gpu.only');
    expect(startWorker).not.toHaveBeenCalled();
  });

  test.each<[string, Given, string]>([
    ['no GPU', { gpu: null }, 'gpu.none'],
    [
      'no 16-bit numbers, though the name asks for them',
      {
        gpu: gpuFacts({ shaderF16: false }),
        folder: { config: { ...mlcFolder().config, quantization: 'q4f16_1' } },
      },
      'gpu.noF16',
    ],
    ['a piece too large', { folder: { largestTensorBytes: 2 ** 31 } }, 'gpu.tensorTooLarge'],
  ])('starts no worker for %s', async (_, given, code) => {
    const { started, loading } = load(given);
    expect(await codeOf(loading)).toBe(code);
    expect(started).not.toHaveBeenCalled();
  });

  test('says what went wrong in the library, and ends its worker', async () => {
    const { port, loading } = load({
      script: { reloadFault: 'Error: Cannot find required VM function `prefill`.' },
    });
    expect(await codeOf(loading)).toBe('gpu.libraryMismatch');
    expect(port.terminated).toBe(true);
  });

  test('stops at once, whatever the library is doing', async () => {
    const stop = new AbortController();
    const { port, loading } = load({ script: { silent: ['reload'] }, signal: stop.signal });
    const code = codeOf(loading);
    await new Promise((resolve) => setTimeout(resolve, 0));
    stop.abort();
    expect(await code).toBe('AbortError');
    expect(port.terminated).toBe(true);
  });

  test('gives up when the library falls silent, and waits while it talks', async () => {
    const { port, loading, ticks, pass } = load({ script: { silent: ['reload'] } });
    const code = codeOf(loading);
    await settle();
    pass(100);
    port.emit('message', {
      data: { kind: 'initProgressCallback', uuid: '', content: { text: 'Loading GPU shader modules[3/9]' } },
    });
    pass(100);
    await settle();
    expect(port.terminated).toBe(false);
    pass(20);
    expect(await code).toBe('gpu.stuck');
    expect(port.terminated).toBe(true);
    expect(ticks.size).toBe(0);
  });

  test('takes no notice of an hour in which the tab was frozen', async () => {
    vi.useFakeTimers();
    const { port, loading } = load({ script: { silent: ['reload'] } });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(port.terminated).toBe(false);
    port.answer('reload', null);
    expect((await loading).facts.engine).toBe('webLlm');
  });

  test('takes a GPU lost while loading, which the library does itself when it gets no memory, for that', async () => {
    const { port, loading } = load({ script: { silent: ['reload'] } });
    const code = codeOf(loading);
    await new Promise((resolve) => setTimeout(resolve, 0));
    port.emit('message', { data: { kind: 'gpuLost', content: 'destroyed Device was destroyed.' } });
    expect(await code).toBe('gpu.noMemory');
  });
});

describe('writing', () => {
  test('gives the reply with its tokens, and counts a step a token', async () => {
    const { port, model } = await open({ script: { reply: () => ['Seen', ' at', ' noon.'] } });
    const written = await model.write(task, never);
    expect(written).toMatchObject({ text: 'Seen at noon.', tokens: 4, promptTokens: 7, finish: 'stop' });
    expect(model.steps()).toBeGreaterThanOrEqual(3);
    expect(port.requests()[0]).toEqual({
      messages: [{ role: 'user', content: 'A prompt' }],
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 40,
      temperature: 0.7,
      top_p: 0.95,
      seed: 5,
      repetition_penalty: 1,
      presence_penalty: 0,
      frequency_penalty: 0,
    });
  });

  test('hands on the grammar as the library reads it, and counts what it keeps of each', async () => {
    const { port, model } = await open({
      folder: { config: { ...mlcFolder().config, vocab_size: 2 ** 18 } },
    });
    await model.write({ ...task, grammar: 'root ::= [a\\u00EB]' }, never);
    await model.write({ ...task, grammar: 'root ::= [a\\u00EB]' }, never);
    expect(port.requests()[1]?.response_format).toEqual({ type: 'grammar', grammar: 'root ::= ([a] | "ë")' });
    expect(model.heldMiB()).toBe(1);
    await model.write({ ...task, grammar: 'root ::= "b"' }, never);
    expect(model.heldMiB()).toBe(2);
  });

  test('has a thinking model not think, and drops its empty thought', async () => {
    const thought = '<think>\n\n</think>\n\n';
    const { port, model } = await open({
      folder: { tokenizer: '{"added_tokens":[{"content":"<think>"}]}' },
      script: { reply: () => [thought, 'Well.'] },
    });
    expect((await model.write(task, never)).text).toBe('Well.');
    expect(port.requests()[0]).toMatchObject({ max_tokens: 48, extra_body: { enable_thinking: false } });
  });

  test('says a dollar sign as it is, whatever the library puts the message into', async () => {
    const odd = { ...task, prompt: "cost: $$5, $& and $' of it" };
    // What the library does with a message, word for word.
    const asPut = (message: string): string => '{user_message}'.replace('{user_message}', message);
    const { port, model } = await open();
    await model.write(odd, never);
    expect(asPut(port.requests()[0]?.messages[0]?.content as string)).toBe(odd.prompt);
    const plain = await open({ folder: { config: { ...mlcFolder().config, conv_template: {} } } });
    await plain.model.write(odd, never);
    expect(plain.port.requests()[0]?.messages[0]?.content).toBe(odd.prompt);
  });

  test('says when the limit cut the reply, and drops half a character', async () => {
    const { model } = await open({ script: { reply: () => ['Zo', '\uFFFD\uFFFD'], finish: 'length' } });
    expect(await model.write(task, never)).toMatchObject({ text: 'Zo', finish: 'length' });
  });

  test('leaves a prompt that does not fit unanswered, and goes on', async () => {
    const tooLong = new Error('number of prompt tokens: 3000; context window size: 2048');
    tooLong.name = 'ContextWindowSizeExceededError';
    let first = true;
    const reply = (): readonly (string | Error)[] => {
      const tokens = first ? [tooLong] : ['Fine.'];
      first = false;
      return tokens;
    };
    const { model } = await open({ script: { reply } });
    expect(await model.write(task, never)).toMatchObject({ text: '', finish: 'length' });
    expect((await model.write(task, never)).text).toBe('Fine.');
  });

  test('stops one cell at once, lets the library go of it, and writes the next', async () => {
    let first = true;
    const reply = (): readonly string[] => {
      const tokens = first ? Array.from({ length: 10_000 }, () => 'on ') : ['Done.'];
      first = false;
      return tokens;
    };
    const { port, model } = await open({ script: { reply } });
    const stop = new AbortController();
    const code = codeOf(model.write(task, stop.signal));
    await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    expect(await code).toBe('AbortError');
    expect((await model.write(task, never)).text).toBe('Done.');
    expect(port.heard.filter(({ kind }) => kind === 'completionStreamReturn')).toHaveLength(1);
    const asked = port.heard.length;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(port.heard).toHaveLength(asked);
  });

  test.each<[string, (port: ScriptedMlc) => void, string]>([
    ['its worker dies', (port) => port.emit('error', { message: 'out of memory' }), 'gpu.noMemory'],
    ['its worker dies without a word', (port) => port.emit('error', {}), 'device.writerEnded'],
    ['a message cannot be read', (port) => port.emit('messageerror', {}), 'device.writerEnded'],
    [
      'the GPU is lost',
      (port) => port.emit('message', { data: { kind: 'gpuLost', content: 'unknown driver reset' } }),
      'gpu.lost',
    ],
    [
      'the GPU finds a fault',
      (port) => port.emit('message', { data: { kind: 'gpuFault', content: 'GPUValidationError: x' } }),
      'gpu.libraryMismatch',
    ],
  ])('settles every promise when %s', async (_, harm, code) => {
    const { port, model } = await open({ script: { silent: ['completionStreamNextChunk'] } });
    const writing = [codeOf(model.write(task, never)), codeOf(model.write(task, never))];
    await new Promise((resolve) => setTimeout(resolve, 0));
    harm(port);
    expect(await Promise.all(writing)).toEqual([code, code]);
    expect(await codeOf(model.write(task, never))).toBe(code);
    expect(port.terminated).toBe(true);
  });

  test('says why the GPU is gone where the library knows only that it waits in vain', async () => {
    const inVain = new Error("AbortError: Failed to execute 'mapAsync' on 'GPUBuffer': Buffer was unmapped.");
    const { port, model } = await open({ script: { reply: () => ['Seen', inVain] } });
    const told = codeOf(model.write(task, never));
    await vi.waitFor(() => expect(port.heard.at(-1)?.kind).toBe('completionStreamNextChunk'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    port.emit('message', { data: { kind: 'gpuLost', content: 'destroyed Device was destroyed.' } });
    expect(await told).toBe('gpu.noMemory');
    const other = await open({ script: { reply: () => ['Seen', inVain] } });
    expect(await codeOf(other.model.write(task, never))).toBe('gpu.lost');
  });

  test('settles every promise when it is unloaded', async () => {
    const { port, model } = await open({ script: { silent: ['completionStreamNextChunk'] } });
    const writing = codeOf(model.write(task, never));
    await model.unload();
    expect(await writing).toBe('device.writerEnded');
    expect(port.terminated).toBe(true);
  });

  test('ends the engine when it rejects a grammar: its matcher is in pieces then', async () => {
    const fault = new Error(
      'Failed to initialize the grammar matcher for response format `grammar`: Aborted()',
    );
    fault.name = 'GrammarMatcherInitError';
    const { model } = await open({ script: { reply: () => [fault] } });
    expect(await codeOf(model.write(task, never))).toBe('gpu.grammarRejected');
  });
});

describe('scoring', () => {
  const question = { prompt: 'cost: $5?', continuations: ['yes', '', ' no'] };

  test('asks for each continuation, and for an empty one not', async () => {
    const asked: unknown[] = [];
    const { model } = await open({
      script: {
        score: (content) => {
          asked.push(content);
          return { logProbability: -1, tokens: [{ text: content.continuation, logProbability: -1 }] };
        },
      },
    });
    const scores = await model.score(question, never);
    expect(scores.map(({ logProbability }) => logProbability)).toEqual([-1, 0, -1]);
    expect(asked).toEqual(
      ['yes', ' no'].map((continuation) => ({
        modelId: 'own-tiny',
        message: 'cost: $$5?',
        continuation,
        thinks: false,
        addsSpace: false,
      })),
    );
  });

  test('says when a text does not fit behind its prompt, and goes on', async () => {
    const tooLong = new Error('context window size: 2048');
    tooLong.name = 'ContextWindowSizeExceededError';
    const answers = [null, tooLong, { logProbability: -2, tokens: [] }];
    const { model } = await open({ script: { score: () => answers.shift() ?? null } });
    const one = { ...question, continuations: ['yes'] };
    expect(await codeOf(model.score(one, never))).toBe('device.tooLongToScore');
    expect(await codeOf(model.score(one, never))).toBe('device.tooLongToScore');
    expect(await model.score(one, never)).toEqual([{ logProbability: -2, tokens: [] }]);
  });

  test('says when the library cannot be asked', async () => {
    const { model } = await open({
      script: { score: () => new Error('ScoreError: the library has changed inside') },
    });
    expect(await codeOf(model.score(question, never))).toBe('gpu.cannotScore');
  });

  test('moves a step with every token, long before a text is scored', async () => {
    const { port, model } = await open({ script: { silent: ['score'] } });
    const before = model.steps();
    const scoring = codeOf(model.score(question, never));
    await settle();
    for (const steps of [1, 2, 3]) {
      port.emit('message', { data: { kind: 'tokenScored' } });
      expect(model.steps()).toBe(before + steps);
    }
    await model.unload();
    expect(await scoring).toBe('device.writerEnded');
  });

  test('stops at once, and with its engine', async () => {
    const { model } = await open({ script: { silent: ['score'] } });
    const stop = new AbortController();
    const cancelled = codeOf(model.score(question, stop.signal));
    const lost = codeOf(model.score(question, never));
    stop.abort();
    expect(await cancelled).toBe('AbortError');
    await model.unload();
    expect(await lost).toBe('device.writerEnded');
  });

  test('waits until the library has let go of a score that was cancelled', async () => {
    const { port, model } = await open({ script: { silent: ['score'] } });
    const stop = new AbortController();
    const cancelled = codeOf(model.score(question, stop.signal));
    await settle();
    stop.abort();
    expect(await cancelled).toBe('AbortError');
    const next = model.score({ prompt: 'Is it?', continuations: ['yes'] }, never);
    const text = model.write(task, never);
    await settle();
    expect(scoresAsked(port)).toEqual(['yes']);
    port.answer('score', { logProbability: -9, tokens: [] });
    await settle();
    expect(scoresAsked(port)).toEqual(['yes', 'yes']);
    expect(port.requests()).toEqual([]);
    port.answer('score', { logProbability: -1, tokens: [] });
    expect((await next)[0]?.logProbability).toBe(-1);
    expect((await text).text).toBe('A reply.');
  });

  test('waits until the library has let go of a text that was cancelled', async () => {
    const { port, model } = await open({ script: { silent: ['completionStreamNextChunk', 'score'] } });
    const stop = new AbortController();
    const cancelled = codeOf(model.write(task, stop.signal));
    await vi.waitFor(() => expect(port.heard.at(-1)?.kind).toBe('completionStreamNextChunk'));
    stop.abort();
    expect(await cancelled).toBe('AbortError');
    const scoring = model.score({ prompt: 'Is it?', continuations: ['yes'] }, never);
    await settle();
    expect(scoresAsked(port)).toEqual([]);
    port.answer('completionStreamNextChunk', { choices: [{ index: 0, delta: {}, finish_reason: null }] });
    await vi.waitFor(() => expect(scoresAsked(port)).toEqual(['yes']));
    expect(port.heard.map(({ kind }) => kind)).toContain('completionStreamReturn');
    port.answer('score', { logProbability: -1, tokens: [] });
    expect(await scoring).toHaveLength(1);
  });
});

/** The texts whose scores were asked for so far. */
function scoresAsked(port: ScriptedMlc): readonly string[] {
  return port.heard
    .filter(({ kind }) => kind === 'score')
    .map(({ content }) => (content as { continuation: string }).continuation);
}
