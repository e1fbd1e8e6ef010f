import type { CellLineage, FieldPath } from '../dataset/RowBatch';
import type { Writer } from '../engines/Engine';
import { NearCopyIndex } from '../verification/NearCopyIndex';
import type { DrawnRows } from './drawRows';
import type { TablePlan } from './Plan';
import type { RunSink } from './RunSink';
import type { Tally } from './Tally';
import { consecutive, toBatch } from './toBatch';
import { restoreRecord, writeRecord, type WritingJob } from './writeRecord';

/** Rows of a chunk: small where each row is dear, so that little is open at a time. */
export const sampledChunkRows = 1000;
export const writtenChunkRows = 200;

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

/** Makes what is not stored yet of one table. */
export async function makeTable(table: TablePlan, job: TableJob): Promise<void> {
  const chunkRows = table.late.length === 0 ? sampledChunkRows : writtenChunkRows;
  const closed = new Set(await job.sink.closedChunks(table.name));
  const open: OpenRange[] = [];
  for (let start = 0, chunkNo = 0; start < table.rowCount; start += chunkRows, chunkNo++) {
    if (!closed.has(chunkNo))
      open.push({ chunkNo, start, rowCount: Math.min(chunkRows, table.rowCount - start) });
  }
  if (open.length === 0) return;
  if (table.late.length === 0) await drawChunks(table, open, job);
  else await writeChunks(table, open, job);
}

interface OpenRange {
  readonly chunkNo: number;
  readonly start: number;
  readonly rowCount: number;
}

async function drawChunks(table: TablePlan, open: readonly OpenRange[], job: TableJob): Promise<void> {
  let storing: Promise<void> = Promise.resolve();
  for (const { chunkNo, start, rowCount } of open) {
    job.signal.throwIfAborted();
    const drawn = table.settled(consecutive(start, rowCount));
    // The next chunk is drawn while this one is packed and stored; two at most are in memory.
    await storing;
    storing = job.sink.closeChunk(chunkNo, toBatch(table, drawn)).then(() => {
      job.tally.made += rowCount;
      job.onRecord(table, drawn, rowCount - 1, {});
    });
    storing.catch(() => undefined);
  }
  await storing;
}

interface OpenChunk extends OpenRange {
  readonly drawn: DrawnRows;
  readonly lineage: LineageColumns;
  readonly todo: number[];
  left: number;
}

async function writeChunks(table: TablePlan, open: readonly OpenRange[], job: TableJob): Promise<void> {
  const writer = await job.writer();
  const writing: WritingJob = {
    table,
    writer,
    tally: job.tally,
    signal: job.signal,
    nearCopies: await indexEarlier(table, job.sink),
  };
  const journal = new JournalBuffer(table.name, job);
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

async function indexEarlier(table: TablePlan, sink: RunSink): Promise<ReadonlyMap<FieldPath, NearCopyIndex>> {
  const prose = table.late.filter((field) => field.unit.id === 'text');
  const indexes = new Map(prose.map((field) => [field.name, new NearCopyIndex()]));
  if (indexes.size === 0) return indexes;
  for await (const batch of sink.readBatches(table.name)) {
    for (const column of batch.columns) {
      const index = indexes.get(column.path);
      if (index === undefined) continue;
      column.cells.forEach((cell, row) => {
        if (typeof cell === 'string') index.add(String(batch.start + row), cell);
      });
    }
  }
  return indexes;
}

export function isMarked(lineage: Readonly<Record<FieldPath, CellLineage>>): boolean {
  return Object.values(lineage).some((cell) => cell.verdict === 'marked');
}

/** All lanes end before the first error is thrown: none may go on writing behind the caller's back. */
async function settleAll(lanes: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(lanes);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

type Entry = Parameters<RunSink['appendJournal']>[0][number];

const journalRecords = 16;
const journalMs = 400;

/** Collects finished records for a moment: a transaction each would cost more than the record. */
class JournalBuffer {
  readonly #table: string;
  readonly #job: TableJob;
  #entries: Entry[] = [];
  #since = 0;

  constructor(table: string, job: TableJob) {
    this.#table = table;
    this.#job = job;
  }

  async add(entry: Omit<Entry, 'table'>): Promise<void> {
    if (this.#entries.length === 0) this.#since = this.#job.now();
    this.#entries.push({ table: this.#table, ...entry });
    if (this.#entries.length >= journalRecords || this.#job.now() - this.#since >= journalMs)
      await this.flush();
  }

  async flush(): Promise<void> {
    const entries = this.#entries;
    this.#entries = [];
    if (entries.length > 0) await this.#job.sink.appendJournal(entries);
  }
}
