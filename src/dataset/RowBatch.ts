import type { Problem } from '../problems/Problem';

/** Dates are `YYYY-MM-DD`, datetimes `YYYY-MM-DDTHH:MM:SS` without a zone, times `HH:MM:SS`. */
export type Cell = string | number | boolean | null;

export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'time';

/** `pulse`, or `patient.sex` for a part of a field that makes several columns at once. */
export type FieldPath = string;

/** One column of a batch. `null` is a missing cell. */
export interface Column {
  readonly path: FieldPath;
  readonly type: ColumnType;
  readonly cells: Cell[];
}

/** One try of a writer at one cell. */
export interface Attempt {
  readonly seed: number;
  readonly tokens: number;
  readonly milliseconds: number;
  readonly problems: readonly Problem[];
}

/** How one written cell came to be. Its prompt is not kept: it follows from the recipe and the record. */
export interface CellLineage {
  readonly model: string;
  readonly attempts: readonly Attempt[];
  readonly verdict: 'passed' | 'marked' | 'missing';
}

/** Consecutive records of one table, column by column. Plain data: safe to post to a worker. */
export interface RowBatch {
  readonly table: string;
  /** Row number of the first record; rows count from 0. */
  readonly start: number;
  readonly rowCount: number;
  readonly columns: readonly Column[];
  /** By path of the written field, one entry per record; empty for a table without written fields. */
  readonly lineage: Readonly<Record<FieldPath, readonly CellLineage[]>>;
}

/** A record as expressions see it: parts nest, `patient.sex` is `record.patient.sex`. */
export interface RecordView {
  readonly [name: string]: Cell | RecordView;
}
