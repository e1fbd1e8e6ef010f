import type { ColumnType, FieldPath } from '../dataset/RowBatch';
import type { ReasonCount, RunCounts } from '../storage/records';

export interface Bar {
  readonly label: string;
  readonly count: number;
}

/** What one column of the made records looks like. */
export interface ColumnProfile {
  readonly path: FieldPath;
  readonly label: string;
  readonly type: ColumnType;
  readonly origin: 'sampled' | 'derived' | 'written';
  readonly rows: number;
  readonly missing: number;
  /** Exact up to 100,000 different values, else null. */
  readonly distinct: number | null;
  /** Numbers, dates and times only; dates as text. */
  readonly minimum: number | string | null;
  readonly median: number | string | null;
  readonly maximum: number | string | null;
  readonly mean: number | null;
  /** Histogram of at most 20 equal bins for numbers, dates and times; the most frequent values otherwise; word counts for prose. */
  readonly bars: readonly Bar[];
  readonly barsOf: 'values' | 'bins' | 'words';
}

export interface ConstraintFinding {
  /** `visit.constraints[0]` */
  readonly at: string;
  readonly sentence: string;
  readonly hard: boolean;
  readonly checked: number;
  readonly broken: number;
}

export interface WrittenFinding {
  readonly table: string;
  readonly path: FieldPath;
  readonly cells: number;
  readonly passedFirst: number;
  readonly passedLater: number;
  readonly marked: number;
  readonly reasons: readonly ReasonCount[];
}

export interface TableReport {
  readonly table: string;
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}

/** Answers in words, then pictures, then numbers. Plain data. */
export interface Report {
  readonly runId: string;
  readonly counts: RunCounts;
  /** The opening paragraph: one sentence an entry. */
  readonly summary: readonly string[];
  readonly tables: readonly TableReport[];
  readonly constraints: readonly ConstraintFinding[];
  readonly written: readonly WrittenFinding[];
}
