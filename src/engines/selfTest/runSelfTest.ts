import type { EngineOptions, LoadedFacts, LoadedModel, ModelCard, RenderedTask } from '../Engine';
import type { OpenModel } from '../prepareModel';
import { compareReplies } from './compareReplies';
import { recordedReplies } from './recordings';
import { refusedGpu } from './refusedGpu';
import type { ComparedWith, SelfTest, SelfTestOutcome } from './SelfTest';
import { selfTestTasks } from './selfTestTasks';

/** What a self-test is doing, for the screen. */
export type SelfTestStep = 'loading' | 'writing' | 'comparing';

export interface SelfTestJob {
  readonly card: ModelCard;
  readonly open: OpenModel;
  /** Milliseconds. */
  readonly now: () => number;
  onStep(step: SelfTestStep): void;
}

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
 * for it; where there are none, with what it writes on the processor. What fails on the GPU is tried without it.
 */
export async function runSelfTest(job: SelfTestJob): Promise<SelfTestOutcome> {
  const test = await testOnce(job, {});
  if (test.passed || isOnProcessor(test.facts)) return { test, refused: null };
  const second = await testOnce(job, refusedGpu).catch(() => null);
  return second === null ? { test, refused: null } : { test: second, refused: test };
}

async function testOnce(job: SelfTestJob, options: Partial<EngineOptions>): Promise<SelfTest> {
  const { card, open, now, onStep } = job;
  const tasks = selfTestTasks(card);
  onStep('loading');
  const startedAt = now();
  const model = await open(options);
  const loadedAt = now();
  onStep('writing');
  const made = await writeAll(model, tasks);
  const seconds = Math.max(0.001, (now() - loadedAt) / 1000);
  const about = { facts: model.facts, loadMs: loadedAt - startedAt };
  if (made === null) return { ...about, ...nothingWritten };
  onStep('comparing');
  const { comparedWith, replies } = await rightReplies(job, tasks, model.facts, options);
  // A slot more than there are texts writes the first ones again.
  const expected = made.replies.map((_, at) => replies[at % tasks.length] ?? '');
  const comparison = compareReplies(made.replies, expected);
  return { ...about, comparedWith, ...comparison, tokensPerSecond: made.tokens / seconds };
}

interface RightReplies {
  readonly comparedWith: ComparedWith;
  readonly replies: readonly string[];
}

async function rightReplies(
  { card, open }: SelfTestJob,
  tasks: readonly RenderedTask[],
  facts: LoadedFacts,
  options: Partial<EngineOptions>,
): Promise<RightReplies> {
  const recorded = recordedReplies(card.sha256, tasks);
  if (recorded !== undefined) return { comparedWith: 'recording', replies: recorded };
  const onProcessor = isOnProcessor(facts) ? null : await openOnProcessor(open);
  const model = onProcessor ?? (await open({ ...options, slots: 1, threads: 1 }));
  const made = await writeAll(model, tasks);
  return { comparedWith: onProcessor === null ? 'itself' : 'processor', replies: made?.replies ?? [] };
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

/**
 * Every task once, and again while there are slots without one, as many at a time as there are slots; unloads the
 * model. Null when the engine died.
 */
async function writeAll(
  model: LoadedModel,
  tasks: readonly RenderedTask[],
): Promise<{ readonly replies: readonly string[]; readonly tokens: number } | null> {
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
  try {
    await Promise.all(Array.from({ length: slots }, lane));
    return { replies, tokens };
  } catch {
    return null;
  } finally {
    await model.unload();
  }
}
