import type { CellLineage, FieldPath } from '../dataset/RowBatch';
import type { Writer } from '../engines/Engine';
import type { DrawnRows } from './drawRows';
import type { TablePlan } from './Plan';
import type { RunSink } from './RunSink';
import type { Tally } from './Tally';

export interface TableJob {
  readonly sink: RunSink;
  readonly tally: Tally;
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Asked for only when a cell is to be written. */
  writer(): Promise<Writer>;
  /** A record is finished: for the screen. */
  onRecord(table: TablePlan, drawn: DrawnRows, index: number, lineage: LineageColumns): void;
}

export type LineageColumns = Record<FieldPath, CellLineage[]>;

/** The rows of one chunk that is not stored yet. */
export interface OpenRange {
  readonly chunkNo: number;
  readonly start: number;
  readonly rowCount: number;
  /** Records of it that an earlier part of the run stored when it was stopped. */
  readonly storedRows: number;
}
