import type { Run, RunCounts } from './records';

export interface RunStart {
  readonly id: string;
  readonly workId: string;
  readonly recipeVersion: number;
  readonly document: string;
  readonly seed: number;
  /** Records to make, by table, as the preview counted them. */
  readonly rows: Readonly<Record<string, number>>;
  readonly startedAt: number;
}

/** Nothing is made yet of so many records. */
export function startingCounts(requested: number): RunCounts {
  return { requested, made: 0, marked: 0, retried: 0, cells: 0, tokens: 0, milliseconds: 0, reasons: [] };
}

/** A run as it is before its first record. */
export function startingRun({ rows, ...start }: RunStart): Run {
  const tables = Object.entries(rows).map(([table, count]) => ({ table, rows: count }));
  return {
    ...start,
    status: 'running',
    endedAt: null,
    tables,
    writer: null,
    counts: startingCounts(tables.reduce((sum, table) => sum + table.rows, 0)),
    problems: [],
  };
}
