import type { WritingTask } from '../fields/FieldType';
import type { LoadedModel, ModelCard, Writer } from './Engine';
import { renderTask } from './renderTask';
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
      const written = await queue.write(renderTask(task, card, seed), signal);
      return { ...written, text: written.text.trim() };
    },
    async close() {
      stopTicking();
      await queue.close();
    },
  };
}
