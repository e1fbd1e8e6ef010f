import type {
  EngineOptions,
  LoadedModel,
  ModelCard,
  RenderedTask,
  ScoringTask,
} from '../../../src/engines/Engine';
import { llamaCpp } from '../../../src/engines/llamaCpp/llamaCpp';
import { embeddedWriter } from '../../../src/engines/models';
import { readModelFiles } from '../../../src/engines/readModelFiles';
import { mlcBase, mlcCaches } from '../../../src/engines/shared/mlc/mlcPlace';
import { webLlm } from '../../../src/engines/webLlm/webLlm';
import { Failure } from '../../../src/problems/Failure';

const never = new AbortController().signal;
let model: LoadedModel | undefined;

function opened(): LoadedModel {
  if (model === undefined) throw new Error('open a model first');
  return model;
}

function codeOf(doing: Promise<unknown>): Promise<string> {
  return doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Failure ? error.problem.code : String(error)),
  );
}

/** What a test drives a whole compiled model with. The engine loads it on any GPU; the app refuses it one before. */
export const mlcTrial = {
  /** Puts files that are served with the page where web-llm looks for those of a model. */
  async fetchMlc(from: string, names: readonly string[], id: string) {
    const base = `${mlcBase(location.origin, id)}resolve/main/`;
    for (const name of names) {
      const kind = name === 'mlc-chat-config.json' ? 'config' : name.endsWith('.wasm') ? 'library' : 'rest';
      const response = await fetch(`${from}/${name}`);
      if (!response.ok) throw new Error(`${name} is not served`);
      await (await caches.open(mlcCaches[kind])).put(base + name, response);
    }
  },

  /** Loads for the calls below, in place of what is loaded. */
  async open(card: ModelCard, options: Partial<EngineOptions> = {}) {
    await model?.unload();
    model = await webLlm.load(card, [], { slots: 1, threads: 1, ...options }, never);
    return model.facts;
  },

  /** How loading ends: the Failure's code, or `done`. */
  howItLoads: (card: ModelCard) => codeOf(mlcTrial.open(card)),

  write: (task: RenderedTask) => opened().write(task, never),
  score: (task: ScoringTask) => opened().score(task, never),
  steps: () => opened().steps(),

  /** How a text or a score ends: the Failure's code, or `done`. */
  async howItEnds(task: RenderedTask | ScoringTask) {
    return codeOf('continuations' in task ? opened().score(task, never) : opened().write(task, never));
  },

  /** How a text ends, and milliseconds to its end, that is aborted after so many steps. */
  async abortAfter(task: RenderedTask, steps: number) {
    const stop = new AbortController();
    const first = opened().steps();
    const writing = opened()
      .write(task, stop.signal)
      .then(
        () => 'done',
        (error: Error) => error.name,
      );
    while (opened().steps() < first + steps) await new Promise((resolve) => setTimeout(resolve, 20));
    const abortedAt = performance.now();
    stop.abort();
    return { outcome: await writing, milliseconds: performance.now() - abortedAt };
  },

  /** What is scored of a task right after a score, and a text, that were cancelled under way. */
  async scoreAfterCancelled(cancelled: ScoringTask, text: RenderedTask, task: ScoringTask) {
    for (const start of [
      (signal: AbortSignal) => opened().score(cancelled, signal),
      (signal: AbortSignal) => opened().write(text, signal),
    ]) {
      const stop = new AbortController();
      const first = opened().steps();
      const cut = start(stop.signal).catch(() => undefined);
      while (opened().steps() === first) await new Promise((resolve) => setTimeout(resolve, 1));
      stop.abort();
      await cut;
    }
    return opened().score(task, never);
  },

  /** Of the embedded writer, by the engine that it is made for. */
  async scoreWithLlama(task: ScoringTask) {
    const files = await readModelFiles(embeddedWriter, never);
    const llama = await llamaCpp.load(embeddedWriter, files, { slots: 1, threads: 1 }, never);
    const scores = await llama.score(task, never);
    await llama.unload();
    return scores;
  },
};
