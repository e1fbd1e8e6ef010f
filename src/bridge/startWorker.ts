import type { EvaluationApi } from '../../workers/evaluation';
import type { FilesApi } from '../../workers/files';
import type { GenerationApi } from '../../workers/generation';
import { start, type Started } from './Started';

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
