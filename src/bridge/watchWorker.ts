import { everySecond } from '../engines/createWriter';
import { lifelineCut } from './lifeline';
import { watchPulse } from './watchPulse';

/** What a worker has to offer to be watched. */
interface Watchable {
  live(): Promise<unknown>;
  lifeline(): Promise<string | null>;
}

export interface Watch {
  /** Rejects when the worker is gone, broken or silent for `patienceSeconds`; never settles otherwise. */
  readonly lost: Promise<never>;
  stop(): void;
}

/** Watches a worker of this page. */
export function watchWorker(api: Watchable, broken: Promise<never>, patienceSeconds: number): Watch {
  const pulse = watchPulse(() => api.live(), patienceSeconds, everySecond);
  const cut = api
    .lifeline()
    .then(lifelineCut)
    .then(() => Promise.reject(new Error('the worker is gone')));
  const lost = Promise.race([pulse.lost, broken, cut]);
  lost.catch(() => undefined);
  return { lost, stop: pulse.stop };
}
