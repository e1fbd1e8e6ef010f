import { describe, expect, test } from 'vitest';
import type { RenderedTask } from '../../../../src/engines/Engine';
import { LlamaModel, type LlamaEngine } from '../../../../src/engines/llamaCpp/LlamaModel';
import { embeddedWriter } from '../../../../src/engines/models';
import { Watchdog } from '../../../../src/engines/queue/Watchdog';

const task: RenderedTask = { prompt: 'x', maxTokens: 9, temperature: 1, seed: 7 };
const never = new AbortController().signal;
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** Polls as the library does: a look at the signal, then a step of the engine, until the reply is whole. */
class PolledEngine {
  /** Steps that a reply takes. */
  steps = 3;
  private go: (() => void)[] = [];

  /** One step, of all requests. */
  async step(): Promise<void> {
    for (const go of this.go.splice(0)) go();
    await settle();
  }

  async createCompletion({ abortSignal }: { abortSignal: AbortSignal }): Promise<unknown> {
    for (let step = 0; step < this.steps; step++) {
      if (abortSignal.aborted) throw new Error('Operation aborted');
      await new Promise<void>((go) => this.go.push(go));
    }
    if (this.steps === 0) throw new Error('the request exceeds the available context size');
    const usage = { completion_tokens: this.steps, prompt_tokens: 1 };
    return { choices: [{ text: 'reply', finish_reason: 'stop' }], usage };
  }

  getModelMetadata() {
    return { meta: {} };
  }

  exit(): Promise<void> {
    return Promise.resolve();
  }
}

function setUp() {
  const engine = new PolledEngine();
  const log = { backend: 'CPU', threads: 1 };
  const options = { slots: 2, threads: 1 };
  const model = new LlamaModel(engine as unknown as LlamaEngine, embeddedWriter, options, log);
  return { engine, model };
}

describe('the steps of a llama.cpp model', () => {
  test('begin with the first that the engine has really taken, however many wait for it', async () => {
    const { engine, model } = setUp();
    void model.write(task, never);
    void model.write(task, never);
    await settle();
    expect(model.steps()).toBe(0);
    await engine.step();
    expect(model.steps()).toBeGreaterThan(0);
  });

  test('move with every step of the engine, to the last', async () => {
    const { engine, model } = setUp();
    const written = model.write(task, never);
    await settle();
    for (let step = 0; step < 3; step++) {
      const before = model.steps();
      await engine.step();
      expect(model.steps()).toBe(before + 1);
    }
    expect(await written).toMatchObject({ text: 'reply', tokens: 3 });
  });

  test('move with a reply of a single step, and with a prompt that is refused', async () => {
    const { engine, model } = setUp();
    engine.steps = 1;
    void model.write(task, never);
    await settle();
    await engine.step();
    expect(model.steps()).toBe(1);
    engine.steps = 0;
    expect(await model.write(task, never)).toMatchObject({ text: '', finish: 'length' });
    expect(model.steps()).toBe(2);
  });

  test('leave a first prompt four times the patience, and a slow engine as much again', async () => {
    const { engine, model } = setUp();
    const dog = new Watchdog(30);
    const waitSeconds = (seconds: number): boolean => {
      for (let second = 0; second < seconds; second++) if (dog.tick(model.steps(), true)) return false;
      return true;
    };
    void model.write(task, never);
    await settle();
    expect(waitSeconds(60)).toBe(true);
    await engine.step();
    expect(waitSeconds(60)).toBe(true);
    await engine.step();
    expect(waitSeconds(300)).toBe(false);
  });

  test('end with a cancel at the next look', async () => {
    const { engine, model } = setUp();
    const stop = new AbortController();
    const written = model.write(task, stop.signal);
    await settle();
    stop.abort();
    void engine.step();
    await expect(written).rejects.toMatchObject({ name: 'AbortError' });
  });
});
