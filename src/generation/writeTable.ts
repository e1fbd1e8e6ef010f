import type { CellLineage, FieldPath } from '../dataset/RowBatch';
import type { DrawnRows } from './drawRows';
import { indexEarlier } from './indexEarlier';
import { isMarked } from './isMarked';
import { JournalBuffer } from './JournalBuffer';
import type { TablePlan } from './Plan';
import type { LineageColumns, OpenRange, TableJob } from './TableJob';
import { consecutive, toBatch } from './toBatch';
import { restoreRecord, writeRecord, type WritingJob } from './writeRecord';

interface OpenChunk extends OpenRange {
  readonly drawn: DrawnRows;
  readonly lineage: LineageColumns;
  readonly todo: number[];
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
    nearCopies: await indexEarlier(table, job.sink),
  };
  const journal = new JournalBuffer(table.name, job.sink, job.now);
  const todo = recordsOf(table, open, job, writing);
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
    if (isMarked(lineage)) job.tally.marked++;
    job.tally.made++;
    chunk.left--;
    if (chunk.left === 0) {
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
  } finally {
    await journal.flush();
  }
}

/** Chunk by chunk, so that only the chunks being written are in memory; what the journal holds is laid in first. */
async function* recordsOf(
  table: TablePlan,
  open: readonly OpenRange[],
  job: TableJob,
  writing: WritingJob,
): AsyncGenerator<{ chunk: OpenChunk; index: number }, void> {
  for (const range of open) {
    job.signal.throwIfAborted();
    const drawn = table.settled(consecutive(range.start, range.rowCount));
    const chunk: OpenChunk = { ...range, drawn, lineage: {}, todo: [], left: range.rowCount };
    const kept = new Map(
      (await job.sink.journal(table.name, range.start, range.rowCount)).map((entry) => [entry.row, entry]),
    );
    for (let index = 0; index < range.rowCount; index++) {
      const entry = kept.get(range.start + index);
      if (entry === undefined) {
        chunk.todo.push(index);
        continue;
      }
      restoreRecord(table, drawn, index, entry.cells);
      for (const [path, cell] of Object.entries(entry.lineage)) (chunk.lineage[path] ??= [])[index] = cell;
      for (const [path, cell] of Object.entries(entry.cells)) {
        if (cell !== null) writing.nearCopies.get(path)?.add(String(entry.row), cell);
      }
      if (isMarked(entry.lineage)) job.tally.marked++;
      job.tally.made++;
      chunk.left--;
    }
    if (chunk.left === 0) await job.sink.closeChunk(chunk.chunkNo, toBatch(table, drawn, chunk.lineage));
    for (const index of chunk.todo) yield { chunk, index };
  }
}

/** All lanes end before the first error is thrown: none may go on writing behind the caller's back. */
async function settleAll(lanes: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(lanes);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
