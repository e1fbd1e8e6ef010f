import type { Run, RunTable } from '../../storage/records';

export interface RunRequest {
  readonly workId: string;
  readonly recipeVersion: number;
  readonly document: string;
  readonly seed: number;
  readonly tables: readonly RunTable[];
}

/** A run that has not made anything yet. */
export function newRun(request: RunRequest, id: string, startedAt: number): Run {
  return {
    ...request,
    id,
    status: 'running',
    startedAt,
    endedAt: null,
    writer: null,
    counts: {
      requested: request.tables.reduce((sum, { rows }) => sum + rows, 0),
      made: 0,
      marked: 0,
      retried: 0,
      cells: 0,
      tokens: 0,
      milliseconds: 0,
      reasons: [],
    },
    problems: [],
  };
}
