import type { RowBatch } from '../dataset/RowBatch';
import type { ClosedChunk, JournalEntry } from '../storage/records';

/** Where a run leaves its records and finds those it made before it was broken off. */
export interface RunSink {
  /** In row order; the last one is short where the run was stopped. */
  closedChunks(table: string): Promise<readonly ClosedChunk[]>;
  closeChunk(chunkNo: number, batch: RowBatch): Promise<void>;
  journal(table: string, start: number, rowCount: number): Promise<readonly JournalEntry[]>;
  appendJournal(entries: readonly Omit<JournalEntry, 'runId'>[]): Promise<void>;
  readRows(table: string, start: number, count: number): Promise<RowBatch>;
  readBatches(table: string): AsyncIterable<RowBatch>;
}
