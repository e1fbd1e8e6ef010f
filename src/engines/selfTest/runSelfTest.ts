import { Failure } from '../../problems/Failure';
import type { EngineOptions, LoadedFacts, LoadedModel, ModelCard, RenderedTask } from '../Engine';
import type { OpenModel } from '../prepareModel';
import { compareReplies } from './compareReplies';
import { englishTask, readsEnglish } from './readsEnglish';
import { recordedReplies } from './recordings';
import { refusedGpu } from './refusedGpu';
import type { ComparedWith, SelfTest, SelfTestOutcome } from './SelfTest';
import { selfTestTasks } from './selfTestTasks';

/** What a self-test is doing, for the screen. */
export type SelfTestStep = 'loading' | 'writing' | 'comparing';

export interface SelfTestJob {
  readonly card: ModelCard;
  /** How `open` loads it where nothing else is asked for. */
  readonly chosen: EngineOptions;
  readonly open: OpenModel;
  /** Milliseconds. */
  readonly now: () => number;
  onStep(step: SelfTestStep): void;
}

/** Where the right words have to be written first, on one thread or the processor, a large model takes its time. */
const comparedTexts = 2;

const nothingWritten = {
  comparedWith: 'recording',
  verdict: 'ended',
  passed: false,
  agreement: 0,
  tokensPerSecond: 0,
} as const;

const never = new AbortController().signal;

/**
 * Has a model write the fixed texts as it would in a run, all slots at work, and compares them with those recorded
 * for it; where there are none, with what it writes on the processor. Where that is nothing else, wrong numbers may be
 * the same twice, so it has to tell English from the same words in disorder, too. What fails on the GPU, or hangs, is
 * tried without it.
 */
export async function runSelfTest(job: SelfTestJob): Promise<SelfTestOutcome> {
  const test = await testOnce(job, {});
  if (test.passed || isOnProcessor(test.facts)) return { test, refused: null };
  const second = await testOnce(job, refusedGpu).catch(() => null);
  return second === null ? { test, refused: null } : { test: second, refused: test };
}

async function testOnce(job: SelfTestJob, options: Partial<EngineOptions>): Promise<SelfTest> {
  const { card, open, now, onStep } = job;
  const { tasks, recorded } = textsFor(card);
  onStep('loading');
  const startedAt = now();
  const model = await open(options).catch(whenStuck);
  if (model === null) return { ...nothingWritten, facts: asked(job, options), loadMs: now() - startedAt };
  const loadedAt = now();
  onStep('writing');
  const made = await atWork(model, () => writeAll(model, tasks));
  const seconds = Math.max(0.001, (now() - loadedAt) / 1000);
  const about = { facts: model.facts, loadMs: loadedAt - startedAt };
  if (made === null) return { ...about, ...nothingWritten };
  onStep('comparing');
  const right = recorded ?? (await rightReplies(job, tasks, model.facts, options));
  if (right === null) return { ...about, ...nothingWritten };
  // A slot more than there are texts writes the first ones again.
  const expected = made.replies.map((_, at) => right.replies[at % tasks.length] ?? '');
  const comparison = compareReplies(made.replies, expected);
  const isBlind = comparison.passed && !right.readsEnglish;
  return {
    ...about,
    comparedWith: right.comparedWith,
    ...comparison,
    ...(isBlind ? { verdict: 'implausible', passed: false } : {}),
    tokensPerSecond: made.tokens / seconds,
  };
}

/** What is written, and the right replies where they are recorded. */
function textsFor(card: ModelCard): {
  readonly tasks: readonly RenderedTask[];
  readonly recorded: RightReplies | null;
} {
  const tasks = selfTestTasks(card);
  const replies = recordedReplies(card.sha256, tasks);
  if (replies === undefined) return { tasks: tasks.slice(0, comparedTexts), recorded: null };
  return { tasks, recorded: { comparedWith: 'recording', replies, readsEnglish: true } };
}

/** Null for a model that was not loaded in time; any other cause says why, and goes on. */
function whenStuck(cause: unknown): null {
  if (cause instanceof Failure && cause.problem.code === 'device.writerStuck') return null;
  throw cause;
}

/** Of a model that never told what it is. */
function asked({ card, chosen }: SelfTestJob, options: Partial<EngineOptions>): LoadedFacts {
  const { slots, threads, backend } = { ...chosen, ...options };
  return {
    engine: card.engine,
    backend: backend === 'gpu' ? 'WebGPU' : 'CPU',
    model: card.id,
    modelSha256: card.sha256,
    slots,
    threads,
  };
}

interface RightReplies {
  readonly comparedWith: ComparedWith;
  readonly replies: readonly string[];
  /** False of a model that has only itself to be compared with, and cannot. */
  readonly readsEnglish: boolean;
}

/** Null when the engine died or hung once more. */
async function rightReplies(
  { card, open }: SelfTestJob,
  tasks: readonly RenderedTask[],
  facts: LoadedFacts,
  options: Partial<EngineOptions>,
): Promise<RightReplies | null> {
  if (!isOnProcessor(facts)) {
    const model = await openOnProcessor(open);
    const made = model && (await atWork(model, () => writeAll(model, tasks)));
    if (made !== null) return { comparedWith: 'processor', replies: made.replies, readsEnglish: true };
  }
  const model = await open({ ...options, slots: 1, threads: 1 }).catch(whenStuck);
  return (
    model &&
    atWork(model, async () => {
      const { replies } = await writeAll(model, tasks);
      const scores = await model.score(englishTask(card), never);
      return { comparedWith: 'itself', replies, readsEnglish: readsEnglish(scores) };
    })
  );
}

/** Null for a model that runs nowhere else than on the GPU. */
async function openOnProcessor(open: OpenModel): Promise<LoadedModel | null> {
  const model = await open({ backend: 'cpu', slots: 1 }).catch(() => null);
  if (model === null || isOnProcessor(model.facts)) return model;
  await model.unload();
  return null;
}

function isOnProcessor({ backend }: LoadedFacts): boolean {
  return backend === 'CPU';
}

/** What came of it; null when the engine died or hung. Unloads the model. */
async function atWork<Result>(model: LoadedModel, act: () => Promise<Result>): Promise<Result | null> {
  try {
    return await act();
  } catch {
    return null;
  } finally {
    await model.unload();
  }
}

/** Every task once, and again while there are slots without one, as many at a time as there are slots. */
async function writeAll(
  model: LoadedModel,
  tasks: readonly RenderedTask[],
): Promise<{ readonly replies: readonly string[]; readonly tokens: number }> {
  const { slots } = model.facts;
  const replies: string[] = [];
  let tokens = 0;
  let next = 0;
  const count = Math.max(tasks.length, slots);
  const lane = async (): Promise<void> => {
    for (let at = next++; at < count; at = next++) {
      const written = await model.write(tasks[at % tasks.length]!, never);
      replies[at] = written.text;
      tokens += written.tokens;
    }
  };
  await Promise.all(Array.from({ length: slots }, lane));
  return { replies, tokens };
}
