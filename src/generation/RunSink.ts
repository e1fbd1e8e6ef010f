import type { RowBatch } from '../dataset/RowBatch';
import type { JournalEntry } from '../storage/records';

/** Where a run leaves its records and finds those it made before it was broken off. */
export interface RunSink {
  closedChunks(table: string): Promise<readonly number[]>;
  closeChunk(chunkNo: number, batch: RowBatch): Promise<void>;
  journal(table: string, start: number, rowCount: number): Promise<readonly JournalEntry[]>;
  appendJournal(entries: readonly Omit<JournalEntry, 'runId'>[]): Promise<void>;
  rowCount(table: string): Promise<number>;
  readBatches(table: string): AsyncIterable<RowBatch>;
}
