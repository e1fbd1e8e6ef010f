import type { EngineOptions, LoadedFacts, RenderedTask } from '../../../src/engines/Engine';
import { llamaCpp } from '../../../src/engines/llamaCpp/llamaCpp';
import { embeddedWriter } from '../../../src/engines/models';
import { readDevice } from '../../../src/engines/readDevice';
import { readModelFiles } from '../../../src/engines/readModelFiles';
import { mlcBase } from '../../../src/engines/shared/mlc/mlcPlace';
import { watchDevices } from '../../../src/engines/webLlm/watchDevices';
import { webLlm } from '../../../src/engines/webLlm/webLlm';
import { Failure } from '../../../src/problems/Failure';
import { sentence } from '../../../src/problems/describe';
import { mlcCard } from '../mlcFolder';
import { mlcTrial } from './mlcTrial';

const never = new AbortController().signal;

/** What a test drives: the engines that can use a GPU, as far as they come on this one. */
const gpuTrial = {
  ...mlcTrial,
  readDevice,
  sentence,
  reviewWebLlm: async () => webLlm.review(await readDevice()),

  async writeWithLlama(options: EngineOptions, tasks: readonly RenderedTask[]) {
    const files = await readModelFiles(embeddedWriter, never);
    const model = await llamaCpp.load(embeddedWriter, files, options, never);
    const written = await Promise.all(tasks.map((task) => model.write(task, never)));
    await model.unload();
    return { facts: model.facts as LoadedFacts, texts: written.map(({ text }) => text) };
  },

  /** Puts files where web-llm looks for those of the test's card; a name decides the cache. */
  async putMlc(files: Readonly<Record<string, string | readonly number[]>>) {
    const base = `${mlcBase(location.origin, mlcCard.file)}resolve/main/`;
    for (const [name, content] of Object.entries(files)) {
      const kind = name === 'mlc-chat-config.json' ? 'config' : name.endsWith('.wasm') ? 'wasm' : 'model';
      const body = typeof content === 'string' ? content : Uint8Array.from(content);
      await (await caches.open(`webllm/${kind}`)).put(base + name, new Response(body));
    }
  },

  async clearMlc() {
    for (const name of await caches.keys()) await caches.delete(name);
  },

  /** What is told of a device with a fault, and of one that is destroyed. */
  async harmDevices() {
    const news: string[] = [];
    watchDevices(({ kind, content }) => news.push(`${kind}: ${content}`));
    const adapter = await navigator.gpu.requestAdapter();
    const device = await adapter?.requestDevice();
    device?.createBuffer({ size: 4, usage: 0 });
    await device?.queue.onSubmittedWorkDone();
    device?.destroy();
    await device?.lost;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return news;
  },

  /** Milliseconds from the abort of a load that never ends to its answer. */
  async abortLoadMlc(afterMs: number) {
    const stop = new AbortController();
    const loading = webLlm.load(mlcCard, [], { slots: 1, threads: 1 }, stop.signal).then(
      () => 'loaded',
      (error: Error) => error.name,
    );
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    const abortedAt = performance.now();
    stop.abort();
    return { outcome: await loading, milliseconds: performance.now() - abortedAt };
  },

  /** How loading the test's card ends: the Failure's code and sentence, or `loaded`. */
  async loadMlc() {
    try {
      await webLlm.load(mlcCard, [], { slots: 1, threads: 1 }, never);
      return { code: 'loaded', message: '', cause: '' };
    } catch (error) {
      const cause = String((error as Error).cause ?? '');
      const code = error instanceof Failure ? error.problem.code : (error as Error).name;
      return { code, message: (error as Error).message, cause };
    }
  },
};

declare global {
  interface Window {
    gpuTrial: typeof gpuTrial;
  }
}

window.gpuTrial = gpuTrial;
