import type { Problem } from '../problems/Problem';
import { problem } from '../problems/Problem';
import type { EngineOptions, ModelCard } from './Engine';

/** A way to run a writer that asks so much of the device. */
export interface PlannedStep {
  /** With the context that its slots have: prompts are cut to that. */
  readonly card: ModelCard;
  readonly options: EngineOptions;
  /** What is said when a writer comes down to it, `times` failures after the one before; the first has none. */
  readonly notice?: (times: number) => Problem;
}

/** The most that a plan has: eight texts at once, a GPU and several threads to give up, and another writer to take. */
export const mostSteps = 8;

/** A slot of fewer tokens would cut most prompts short. */
const leastContext = 1024;

/**
 * From what was chosen down to the least, a thing at a time: half the context where that still holds any task, fewer texts
 * at once, the CPU, one thread of it, and last another writer, `last`, which every device can run, on one thread if need
 * be.
 */
export function planSteps(
  card: ModelCard,
  options: EngineOptions,
  last: { readonly card: ModelCard; readonly options: EngineOptions },
): readonly PlannedStep[] {
  const { label } = card;
  const contextTokens = options.contextTokens ?? card.contextTokens;
  let now: PlannedStep = { card: { ...card, contextTokens }, options };
  const steps = [now];
  const add = (change: Partial<EngineOptions>, notice: (times: number) => Problem): void => {
    const less = { ...now.options, ...change };
    now = {
      card: { ...now.card, contextTokens: less.contextTokens ?? contextTokens },
      options: less,
      notice,
    };
    steps.push(now);
  };
  const tokens = Math.floor(contextTokens / 2);
  if (tokens >= leastContext) {
    add({ contextTokens: tokens }, (times) =>
      problem('device.lessContext', '', { model: label, times, tokens }),
    );
  }
  for (let before = options.slots; before > 1; before = now.options.slots) {
    const slots = Math.floor(before / 4) || 1;
    add({ slots }, (times) => problem('device.fewerTexts', '', { model: label, times, slots, before }));
  }
  // Compiled models run nowhere else.
  if (options.backend === 'gpu' && card.engine !== 'webLlm') {
    add({ backend: 'cpu', whyCpu: problem('cpu.stoppedOnGpu') }, (times) =>
      problem('device.gpuToCpu', '', { model: label, times }),
    );
  }
  steps.push(...onOneThread(now));
  if (last.card.id === card.id) return steps;
  const other = last.card.label;
  const notice = (times: number): Problem =>
    problem('device.otherWriter', '', { model: label, times, other });
  return [...steps, { ...last, notice }, ...onOneThread(last)];
}

/** Some browsers give threads that share a memory less of it, or none. Nothing where there is but one. */
function onOneThread({ card, options }: PlannedStep): readonly PlannedStep[] {
  const { threads } = options;
  if (threads === 1) return [];
  const notice = (times: number): Problem =>
    problem('device.fewerThreads', '', { model: card.label, times, before: threads });
  return [{ card, options: { ...options, threads: 1 }, notice }];
}
