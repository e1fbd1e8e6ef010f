import { Failure } from '../problems/Failure';
import type { ContinuationScore, LoadedModel, Written } from './Engine';
import type { Request } from './queue/Cell';
import type { Step } from './queue/Step';
import { WritingQueue } from './queue/WritingQueue';
import { everySecond, type Ticker } from './shared/everySecond';

/**
 * Loads a model that is watched as one in a run is, and never loaded again: once it has hung or died, all that is asked
 * of it rejects. Rejects with the engine's own Failure, or with `device.writerStuck` when it is not loaded in time.
 */
export async function openWatched(step: Step, ticker: Ticker = everySecond): Promise<LoadedModel> {
  const queue = new WritingQueue([step], { mostFailures: 1 });
  const stopTicking = ticker(() => queue.tick());
  const unload = async (): Promise<void> => {
    stopTicking();
    await queue.close();
  };
  const kept = await queue.open().catch(async (cause: unknown) => {
    await unload();
    throw cause;
  });
  return {
    facts: kept.model.facts,
    write: (task, signal) =>
      queue.ask<Written>(
        { ...once, ask: ({ model }, stop) => model.write(task, stop), tokensOf: ({ tokens }) => tokens },
        signal,
      ),
    score: (task, signal) =>
      queue.ask<readonly ContinuationScore[]>(
        { ...once, ask: ({ model }, stop) => model.score(task, stop), tokensOf: () => 0 },
        signal,
      ),
    steps: () => kept.model.steps(),
    heldMiB: () => kept.model.heldMiB(),
    unload,
  };
}

/** First come, first served, and asked once: there is no second engine. */
const once: Pick<Request<never>, 'family' | 'giveUp'> = {
  family: '',
  giveUp() {
    throw new Failure('device.writerEnded');
  },
};
