import type { Writer } from './Engine';
import { NewsBoard } from './NewsBoard';
import type { Step } from './queue/Step';
import { WritingQueue, type QueueOptions } from './queue/WritingQueue';
import { scoringRequest, writingRequest } from './requests';
import { everySecond, type Ticker } from './shared/everySecond';

export interface WriterOptions extends Partial<QueueOptions> {
  readonly ticker?: Ticker;
}

/** A plan as a writer that outlives its engines: one that dies is replaced, by a lesser one when that happens too often. */
export async function createWriter(
  plan: readonly Step[],
  { ticker = everySecond, ...options }: WriterOptions = {},
): Promise<Writer & { close(): Promise<void> }> {
  const board = new NewsBoard();
  const queue = new WritingQueue(plan, options, ({ problem, kept }) =>
    board.tell({ problem, facts: kept.model.facts, step: kept.step }),
  );
  const stopTicking = ticker(() => queue.tick());
  const first = await queue.open().catch((cause: unknown) => {
    stopTicking();
    throw cause;
  });
  return {
    get facts() {
      return board.facts ?? first.model.facts;
    },
    write: (task, seed, signal) => queue.ask(writingRequest(task, seed), signal),
    score: (task, signal) => queue.ask(scoringRequest(task), signal),
    follow: (listener) => board.follow(listener),
    async close() {
      stopTicking();
      await queue.close();
    },
  };
}
