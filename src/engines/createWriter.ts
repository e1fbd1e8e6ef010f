import type { WritingTask } from '../fields/FieldType';
import type { LoadedModel, ModelCard, Writer } from './Engine';
import { renderScoring, renderTask } from './renderTask';
import { readReply } from './slots/readReply';
import { WritingQueue, type QueueOptions } from './WritingQueue';

/** Calls `tick` every second until the function it returns is called. */
export type Ticker = (tick: () => void) => () => void;

export const everySecond: Ticker = (tick) => {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
};

/** A loaded model as a writer that outlives its engine: `open` is called again whenever the engine has to be replaced. */
export async function createWriter(
  card: ModelCard,
  open: () => Promise<LoadedModel>,
  ticker: Ticker = everySecond,
  options: Partial<QueueOptions> = {},
): Promise<Writer & { close(): Promise<void> }> {
  const first = await open();
  const queue = new WritingQueue(first, open, options);
  const stopTicking = ticker(() => queue.tick());
  return {
    facts: first.facts,
    async write(task: WritingTask, seed: number, signal: AbortSignal) {
      const rendered = renderTask(task, card, seed);
      const written = await queue.write(rendered, signal);
      const { facts } = rendered;
      return { ...written, text: facts === undefined ? written.text.trim() : readReply(written.text, facts) };
    },
    score: (task, signal) => queue.score(renderScoring(task, card), signal),
    async close() {
      stopTicking();
      await queue.close();
    },
  };
}
