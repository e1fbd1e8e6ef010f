import { expose } from 'comlink';
import { registerErrorTransfer } from '../../../src/bridge/errorTransfer';
import { connectWriter } from '../../../src/bridge/connectWriter';
import { createWriter } from '../../../src/engines/createWriter';
import type {
  ContinuationScore,
  EngineOptions,
  LoadedModel,
  ModelCard,
  RenderedTask,
  ScoringTask,
  Writer,
  Written,
} from '../../../src/engines/Engine';
import { llamaCpp } from '../../../src/engines/llamaCpp/llamaCpp';
import { embeddedWriter } from '../../../src/engines/models';
import { readModelFiles } from '../../../src/engines/readModelFiles';
import { executeRun } from '../../../src/generation/executeRun';
import { previewRecipe } from '../../../src/generation/previewRecipe';
import { openStore } from '../../../src/storage/openStore';
import { startingRun } from '../../../src/storage/startingRun';
import type { QueueOptions } from '../../../src/engines/queue/WritingQueue';
import { renderTask } from '../../../src/engines/renderTask';
import type { WritingTask } from '../../../src/fields/FieldType';

registerErrorTransfer();

const never = new AbortController().signal;
let files: readonly Blob[] | undefined;
let model: LoadedModel | undefined;
let loads = 0;
let loadedWith: EngineOptions = { slots: 1, threads: 1 };

async function open(options: EngineOptions): Promise<LoadedModel> {
  files ??= await readModelFiles(embeddedWriter, never);
  loads += 1;
  model = await llamaCpp.load(embeddedWriter, files, options, never);
  return model;
}

/** One slot more than is told, so that a test can slip in a cell of its own: a cell without a slot is never answered. */
async function openWithSpareSlot({ slots, threads }: EngineOptions): Promise<LoadedModel> {
  const loaded = await open({ slots: slots + 1, threads });
  return {
    facts: { ...loaded.facts, slots },
    write: (task, signal) => loaded.write(task, signal),
    score: (task, signal) => loaded.score(task, signal),
    steps: () => loaded.steps(),
    heldMiB: () => loaded.heldMiB(),
    unload: () => loaded.unload(),
  };
}

export interface Cell {
  readonly task: WritingTask;
  readonly seed: number;
}

export interface Timed {
  readonly written: readonly Written[];
  readonly milliseconds: number;
  readonly loads: number;
}

async function timed(start: () => Promise<readonly Written[]>): Promise<Timed> {
  const startedAt = performance.now();
  const written = await start();
  return { written, milliseconds: performance.now() - startedAt, loads };
}

const api = {
  async load(options: EngineOptions) {
    await model?.unload();
    loadedWith = options;
    return (await open(options)).facts;
  },

  async unload() {
    await model?.unload();
    model = undefined;
  },

  /** Straight at the engine, as many at once as it has slots. */
  bare(tasks: readonly RenderedTask[]): Promise<Timed> {
    const loaded = model;
    if (loaded === undefined) throw new Error('load first');
    return timed(async () => {
      const written: Written[] = [];
      let next = 0;
      const lane = async (): Promise<void> => {
        for (let at = next++; at < tasks.length; at = next++) {
          written[at] = await loaded.write(tasks[at] as RenderedTask, never);
        }
      };
      await Promise.all(Array.from({ length: loaded.facts.slots }, lane));
      return written;
    });
  },

  /** Steps that one text takes. */
  async stepsOf(task: RenderedTask): Promise<number> {
    if (model === undefined) throw new Error('load first');
    const before = model.steps();
    await model.write(task, never);
    return model.steps() - before;
  },

  /** Straight at the engine. */
  score(task: ScoringTask): Promise<readonly ContinuationScore[]> {
    if (model === undefined) throw new Error('load first');
    return model.score(task, never);
  },

  /** Milliseconds from an abort to the answer, in the middle of a cell. */
  async abortAfter(task: RenderedTask, milliseconds: number) {
    const stop = new AbortController();
    const writing = model?.write(task, stop.signal).then(
      () => 'written',
      (error: unknown) => (error as Error).name,
    );
    await new Promise((done) => setTimeout(done, milliseconds));
    const abortedAt = performance.now();
    stop.abort();
    return { outcome: await writing, milliseconds: performance.now() - abortedAt };
  },

  /** Milliseconds from `unload` to the rejection of what was in flight. */
  async unloadAfter(tasks: readonly RenderedTask[], milliseconds: number) {
    const loaded = model;
    if (loaded === undefined) throw new Error('load first');
    const writing = tasks.map((task) =>
      loaded.write(task, never).then(
        () => 'written',
        (error: unknown) => (error as Error).name,
      ),
    );
    await new Promise((done) => setTimeout(done, milliseconds));
    const endedAt = performance.now();
    await loaded.unload();
    model = undefined;
    return { outcomes: await Promise.all(writing), milliseconds: performance.now() - endedAt };
  },

  /** Through a writer over the engine as it is loaded, all cells asked for at once. */
  async ask(cells: readonly Cell[]): Promise<Timed> {
    let first = model;
    const openNext = async (): Promise<LoadedModel> => {
      const loaded = first ?? (await open(loadedWith));
      first = undefined;
      return loaded;
    };
    const writer = await createWriter([{ card: embeddedWriter, load: openNext }], {
      ticker: () => () => undefined,
    });
    return timed(() => Promise.all(cells.map(({ task, seed }) => writer.write(task, seed, never))));
  },

  /**
   * A whole run, from the recipe to stored records, with a writer in its own worker as in the app; says what it
   * asked. It is made twice and the second one counts: the engine at trial beside it has been at work before, too.
   */
  async run(document: string, port: MessagePort): Promise<WholeRun> {
    const writer = await connectWriter(port);
    await makeRun(document, writer);
    return makeRun(document, writer);
  },

  /** Through the writer; `crashAt` milliseconds in, the engine is made to abort. `card` changes how it is asked. */
  async write(
    cells: readonly Cell[],
    options: EngineOptions,
    queue: Partial<QueueOptions> = {},
    crashAt?: number,
    card: Partial<ModelCard> = {},
  ) {
    loads = 0;
    const asked = { ...embeddedWriter, ...card };
    const writer = await createWriter([{ card: asked, load: () => openWithSpareSlot(options) }], queue);
    if (crashAt !== undefined) setTimeout(() => void crash(), crashAt);
    const result = await timed(() =>
      Promise.all(cells.map(({ task, seed }) => writer.write(task, seed, never))),
    );
    await writer.close();
    return result;
  },
};

export interface WholeRun {
  readonly tokens: number;
  readonly milliseconds: number;
  readonly asked: readonly RenderedTask[];
}

async function makeRun(document: string, writer: Writer): Promise<WholeRun> {
  const asked: RenderedTask[] = [];
  const noting: Writer = {
    ...writer,
    write: (task, seed, signal) => {
      asked.push(renderTask(task, embeddedWriter, seed));
      return writer.write(task, seed, signal);
    },
    score: (task, signal) => writer.score(task, signal),
  };
  const store = await openStore({ name: `trial-${performance.now()}` });
  const work = await store.createWork('Trial', document);
  const { rows } = previewRecipe(document, 1);
  const start = { id: 'trial', workId: work.id, recipeVersion: 1, document, seed: 1, rows, startedAt: 0 };
  const run = startingRun(start);
  await store.createRun(run);
  const startedAt = performance.now();
  const end = await executeRun(run.id, {
    store,
    signal: never,
    now: () => performance.now(),
    startWriter: () => Promise.resolve(noting),
    onProgress: () => undefined,
  });
  const milliseconds = performance.now() - startedAt;
  store.close();
  if (end.status !== 'done') throw new Error(`the run ended ${end.status}`);
  return { tokens: end.counts.tokens, milliseconds, asked };
}

/** A reply cut inside a character ends the engine: it cannot put broken UTF-8 into its answer. */
async function crash(): Promise<void> {
  const task = { prompt: 'x', grammar: 'root ::= "\u{1fa7a}"', maxTokens: 1, temperature: 0, seed: 1 };
  await model?.write(task, never).catch(() => undefined);
}

export type TrialApi = typeof api;

expose(api);
