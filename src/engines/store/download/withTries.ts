import { Failure } from '../../../problems/Failure';
import { problem, type Problem } from '../../../problems/Problem';
import { Hitch } from './Hitch';
import type { Asking } from './openReply';
import { backoffMs } from './Pace';

/**
 * Tries again after each Hitch, later and later, and gives up after too many in a row. `attempt` is handed a function
 * to call when there is more than there ever was: then the count starts anew.
 */
export async function withTries<Result>(
  { pace, signal, host, file }: Asking,
  onWait: (waitMs: number, why: Problem) => void,
  attempt: (onGain: () => void) => Promise<Result>,
): Promise<Result> {
  let tries = 0;
  for (;;) {
    try {
      return await attempt(() => (tries = 0));
    } catch (cause) {
      signal.throwIfAborted();
      if (!(cause instanceof Hitch)) throw cause;
      tries += 1;
      const { reason, waitMs } = cause;
      if (tries >= pace.mostTries)
        throw new Failure('download.gaveUp', { host: host.name, file, tries, reason }, { cause });
      if (waitMs !== null && waitMs > pace.mostPatienceMs) {
        const minutes = Math.ceil(waitMs / 60_000);
        throw new Failure('download.busy', { host: host.name, file, minutes }, { cause });
      }
      const wait = Math.max(backoffMs(tries, pace), waitMs ?? 0);
      onWait(wait, problem('download.waiting', '', { host: host.name, file, reason }));
      await pace.sleep(wait, signal);
    }
  }
}
