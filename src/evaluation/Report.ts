import type { ColumnType, FieldPath } from '../dataset/RowBatch';
import type { ReasonCount, RunCounts, RunStatus } from '../storage/records';

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
  /** Of numbers, dates and times (dates as text); of the number of words where `barsOf` is `words`. */
  readonly minimum: number | string | null;
  /** The lower of the two middle ones for dates and times. Exact up to 100,000 different values, then within 1/4096 of the range. */
  readonly median: number | string | null;
  readonly maximum: number | string | null;
  readonly mean: number | null;
  /** Of the sample (n - 1); null below two values and for dates and times. */
  readonly standardDeviation: number | null;
  /**
   * `bins`: a histogram of at most 24 bins for numbers, dates and times, from low to high, empty bins included.
   * `words`: the same over word counts, for prose. `values`: at most 12 values, the most frequent first; none
   * where every value is another.
   */
  readonly bars: readonly Bar[];
  readonly barsOf: 'values' | 'bins' | 'words';
  /** Cells that are neither missing nor in a bar. */
  readonly others: number;
}

export interface ConstraintFinding {
  /** `visit.constraints[0]`; `visit.fields.client` for what a reference promises by itself. */
  readonly at: string;
  readonly table: string;
  readonly sentence: string;
  readonly hard: boolean;
  /** Records looked at; fewer than the table has where the rule could not be looked at in all. */
  readonly checked: number;
  readonly broken: number;
  /** Row numbers of the first records that break it, at most 5; rows count from 0. */
  readonly rows: readonly number[];
}

export interface WrittenReason extends ReasonCount {
  /** The sentence of the first time. */
  readonly example: string;
}

export interface WrittenFinding {
  readonly table: string;
  readonly path: FieldPath;
  readonly label: string;
  /** Cells that were written and kept; those the recipe leaves empty are not among them. */
  readonly cells: number;
  readonly passedFirst: number;
  readonly passedLater: number;
  readonly marked: number;
  readonly attempts: number;
  readonly tokens: number;
  /** Why attempts failed, the most frequent first; one attempt can fail for several reasons. */
  readonly reasons: readonly WrittenReason[];
}

export interface TableReport {
  readonly table: string;
  readonly label: string;
  /** Stored now, which is what everything here was counted over. */
  readonly rows: number;
  readonly requested: number;
  readonly columns: readonly ColumnProfile[];
}

/** Answers in words, then pictures, then numbers. Plain data. */
export interface Report {
  readonly runId: string;
  readonly status: RunStatus;
  readonly counts: RunCounts;
  /** The opening paragraph: one sentence an entry, what was not checked last. */
  readonly summary: readonly string[];
  readonly tables: readonly TableReport[];
  readonly constraints: readonly ConstraintFinding[];
  readonly written: readonly WrittenFinding[];
}
