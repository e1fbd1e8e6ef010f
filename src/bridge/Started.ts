import { releaseProxy, wrap, type Remote } from 'comlink';

/** A worker of this page. */
export interface Started<Api> {
  readonly api: Remote<Api>;
  /** Rejects when the worker could not be read, had an error that nobody caught, or was ended from here. */
  readonly broken: Promise<never>;
  end(): void;
}

export function start<Api>(worker: Worker): Started<Api> {
  const api = wrap<Api>(worker);
  let leave = (): void => undefined;
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', reject, { once: true });
    leave = () => reject(new Error('the worker was ended'));
  });
  broken.catch(() => undefined);
  return {
    api,
    broken,
    end() {
      // Nobody is to ask it any more whether it lives.
      leave();
      api[releaseProxy]();
      worker.terminate();
    },
  };
}

/** Waits for a job of a worker, or for the signal: a worker that was ended never answers. */
export async function unlessStopped<Result>(
  signal: AbortSignal,
  job: () => Promise<Result>,
  end: () => void,
): Promise<Result> {
  const settled = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true, signal: settled.signal });
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([job(), aborted]);
  } finally {
    settled.abort();
    end();
  }
}
