import type { CellLineage, FieldPath } from '../dataset/RowBatch';
import type { DrawnRows } from './drawRows';
import { indexEarlier } from './indexEarlier';
import { isMarked } from './isMarked';
import { keptEntries } from './keptEntries';
import { JournalBuffer } from './JournalBuffer';
import type { TablePlan } from './Plan';
import type { LineageColumns, OpenRange, TableJob } from './TableJob';
import { sliceRows } from '../dataset/sliceRows';
import type { RunSink } from './RunSink';
import { consecutive, toBatch } from './toBatch';
import { restoreRecord, writeRecord, type WritingJob } from './writeRecord';

interface OpenChunk extends OpenRange {
  readonly drawn: DrawnRows;
  readonly lineage: LineageColumns;
  readonly done: boolean[];
  left: number;
}

/** Makes the open chunks of a table with written fields, many records at once. */
export async function writeTable(table: TablePlan, open: readonly OpenRange[], job: TableJob): Promise<void> {
  const writer = await job.writer();
  const writing: WritingJob = {
    table,
    writer,
    tally: job.tally,
    signal: job.signal,
    nearCopies: await indexEarlier(table, open, job),
  };
  const journal = new JournalBuffer(table.name, job.sink, job.now);
  const started = new Set<OpenChunk>();
  const todo = recordsOf(table, open, job, writing, started);
  let failed = false;
  const lane = async (): Promise<void> => {
    for (;;) {
      const next = await todo.next();
      if (next.done === true || failed) return;
      const { chunk, index } = next.value;
      const record = await writeRecord(writing, chunk.drawn, index);
      await finish(chunk, index, record.lineage);
      if (chunk.left > 0) await journal.add({ row: chunk.start + index, ...record });
    }
  };
  const finish = async (
    chunk: OpenChunk,
    index: number,
    lineage: Record<FieldPath, CellLineage>,
  ): Promise<void> => {
    for (const [path, cell] of Object.entries(lineage)) (chunk.lineage[path] ??= [])[index] = cell;
    job.onRecord(table, chunk.drawn, index, chunk.lineage);
    if (isMarked(Object.values(lineage))) job.tally.marked++;
    job.tally.made++;
    chunk.done[index] = true;
    chunk.left--;
    if (chunk.left === 0) {
      started.delete(chunk);
      await journal.flush();
      await job.sink.closeChunk(chunk.chunkNo, toBatch(table, chunk.drawn, chunk.lineage));
    }
  };
  try {
    // Twice as many records as slots are under way, so that a slot never waits for a check or a draw.
    const lanes = Array.from({ length: writer.facts.slots * 2 }, () =>
      lane().catch((error: unknown) => {
        failed = true;
        throw error;
      }),
    );
    await settleAll(lanes);
  } catch (error) {
    await journal.flush();
    for (const chunk of started) if (await storePrefix(table, chunk, job.sink)) break;
    throw error;
  }
}

/** What is finished from the chunk's first record on, so that a stopped run's records can be read; true for the first open chunk. */
async function storePrefix(table: TablePlan, chunk: OpenChunk, sink: RunSink): Promise<boolean> {
  if (chunk.left === 0) return false;
  const firstGap = chunk.done.indexOf(false);
  const whole = toBatch(table, chunk.drawn, chunk.lineage);
  const prefix = sliceRows([whole], table.name, chunk.start, chunk.start + firstGap);
  if (firstGap > chunk.storedRows) await sink.closeChunk(chunk.chunkNo, prefix);
  return true;
}

/** Chunk by chunk, so that only the chunks being written are in memory; what the journal holds is laid in first. */
async function* recordsOf(
  table: TablePlan,
  open: readonly OpenRange[],
  job: TableJob,
  writing: WritingJob,
  started: Set<OpenChunk>,
): AsyncGenerator<{ chunk: OpenChunk; index: number }, void> {
  for (const range of open) {
    job.signal.throwIfAborted();
    const drawn = table.settled(consecutive(range.start, range.rowCount));
    const done = new Array<boolean>(range.rowCount).fill(false);
    const chunk: OpenChunk = { ...range, drawn, lineage: {}, done, left: range.rowCount };
    started.add(chunk);
    for (const entry of await keptEntries(table, range, job.sink)) {
      const index = entry.row - range.start;
      restoreRecord(table, drawn, index, entry.cells);
      for (const [path, cell] of Object.entries(entry.lineage)) (chunk.lineage[path] ??= [])[index] = cell;
      for (const [path, cell] of Object.entries(entry.cells)) {
        if (cell !== null) writing.nearCopies.get(path)?.add(String(entry.row), cell);
      }
      if (isMarked(Object.values(entry.lineage))) job.tally.marked++;
      job.tally.made++;
      done[index] = true;
      chunk.left--;
    }
    if (chunk.left === 0) await job.sink.closeChunk(chunk.chunkNo, toBatch(table, drawn, chunk.lineage));
    const todo = consecutive(0, range.rowCount).filter((index) => done[index] === false);
    for (const index of todo) yield { chunk, index };
  }
}

/** All lanes end before the first error is thrown: none may go on writing behind the caller's back. */
async function settleAll(lanes: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(lanes);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
