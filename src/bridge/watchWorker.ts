import { everySecond } from '../engines/shared/everySecond';
import { Failure } from '../problems/Failure';
import { lifelineCut } from './lifeline';
import { watchPulse } from './watchPulse';

/** What a worker has to offer to be watched. */
interface Watchable {
  live(): Promise<unknown>;
  lifeline(): Promise<string | null>;
}

interface WatchedWorker {
  readonly api: Watchable;
  /** Rejects when it had an error that nobody caught. */
  readonly broken: Promise<never>;
}

/** Waits for a job of a worker of this page; rejects with the Failure of `code` when that is gone, broken or silent for `patienceSeconds`. */
export async function unlessLost<Result>(
  { api, broken }: WatchedWorker,
  patienceSeconds: number,
  code: 'device.writerEnded' | 'device.modelsEnded' | 'generation.workerEnded',
  job: () => Promise<Result>,
): Promise<Result> {
  const pulse = watchPulse(() => api.live(), patienceSeconds, everySecond);
  const cut = api
    .lifeline()
    .then(lifelineCut)
    .then(() => Promise.reject(new Error('the worker is gone')));
  const lost = Promise.race([pulse.lost, broken, cut]).catch((cause: unknown) => {
    throw new Failure(code, {}, { cause });
  });
  lost.catch(() => undefined);
  try {
    return await Promise.race([job(), lost]);
  } finally {
    pulse.stop();
  }
}
