import type { EngineOptions, LoadedModel, ModelCard } from '../Engine';
import type { OpenModel } from '../prepareModel';
import { compareReplies } from './compareReplies';
import { recordedReplies } from './recordings';
import type { ComparedWith, SelfTest } from './SelfTest';
import { selfTestTasks } from './selfTestTasks';

/** What a self-test is doing, for the screen. */
export type SelfTestStep = 'loading' | 'writing' | 'comparing';

const processorBackend = 'CPU';
const never = new AbortController().signal;

/**
 * Has a model write the fixed texts as it would in a run, all slots at work, and compares them with those recorded
 * for it; where there are none, with what it writes on the processor.
 */
export async function runSelfTest(
  card: ModelCard,
  open: OpenModel,
  now: () => number,
  onStep: (step: SelfTestStep) => void,
): Promise<SelfTest> {
  const tasks = selfTestTasks(card);
  onStep('loading');
  const startedAt = now();
  const model = await open();
  const loadedAt = now();
  const { facts } = model;
  onStep('writing');
  const { replies, tokens } = await writeAll(model, tasks, facts.slots).finally(() => model.unload());
  const writtenAt = now();

  onStep('comparing');
  const recorded = recordedReplies(card.sha256, tasks);
  const comparedWith: ComparedWith =
    recorded !== undefined ? 'recording' : facts.backend === processorBackend ? 'itself' : 'processor';
  const right = recorded ?? (await writeAgain(open, tasks, comparedWith));
  // A slot more than there are texts writes the first ones again.
  const expected = replies.map((_, at) => right[at % right.length] ?? '');
  return {
    facts,
    comparedWith,
    ...compareReplies(replies, expected),
    tokensPerSecond: tokens / Math.max(0.001, (writtenAt - loadedAt) / 1000),
    loadMs: loadedAt - startedAt,
  };
}

async function writeAgain(
  open: OpenModel,
  tasks: ReturnType<typeof selfTestTasks>,
  comparedWith: ComparedWith,
): Promise<readonly string[]> {
  const plain: Partial<EngineOptions> = {
    backend: 'cpu',
    slots: 1,
    ...(comparedWith === 'itself' ? { threads: 1 } : {}),
  };
  const model = await open(plain);
  const { replies } = await writeAll(model, tasks, 1).finally(() => model.unload());
  return replies;
}

/** Every task once, and again while there are slots without one; as many at a time as there are slots. */
async function writeAll(
  model: LoadedModel,
  tasks: ReturnType<typeof selfTestTasks>,
  slots: number,
): Promise<{ readonly replies: readonly string[]; readonly tokens: number }> {
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
