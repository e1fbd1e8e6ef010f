import { releaseProxy, wrap, type Remote } from 'comlink';
import type { EvaluationApi } from '../../workers/evaluation';
import type { FilesApi } from '../../workers/files';
import type { GenerationApi } from '../../workers/generation';

export interface Started<Api> {
  readonly api: Remote<Api>;
  /** Rejects when the worker could not be read or had an error that nobody caught. */
  readonly broken: Promise<never>;
  end(): void;
}

/** Seconds without a sign of life before a worker that makes records counts as lost: drawing a large table keeps it from answering. */
export const drawingPatienceSeconds = 120;

export const startGeneration = (): Started<GenerationApi> =>
  start(
    new Worker(new URL('../../workers/generation.ts', import.meta.url), {
      type: 'module',
      name: 'generation',
    }),
  );
export const startEvaluation = (): Started<EvaluationApi> =>
  start(
    new Worker(new URL('../../workers/evaluation.ts', import.meta.url), {
      type: 'module',
      name: 'evaluation',
    }),
  );
export const startFiles = (): Started<FilesApi> =>
  start(new Worker(new URL('../../workers/files.ts', import.meta.url), { type: 'module', name: 'files' }));

export function start<Api>(worker: Worker): Started<Api> {
  const api = wrap<Api>(worker);
  const broken = new Promise<never>((_, reject) => worker.addEventListener('error', reject, { once: true }));
  broken.catch(() => undefined);
  return {
    api,
    broken,
    end() {
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
