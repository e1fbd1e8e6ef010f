import { Dexie } from 'dexie';
import type { Cell } from '../../../src/dataset/RowBatch';
import { openStore } from '../../../src/storage/openStore';
import { cutBatches, makeTable, toRecords } from './table';

export interface Timing {
  readonly writeMs: number;
  readonly readMs: number;
  /** Of all cells read back, so that both sides are known to have read everything. */
  readonly checksum: number;
}

export interface Round {
  readonly chunks: Timing;
  readonly rows: Timing;
  /** One screenful of 50 records from anywhere in the table, mean of 200. */
  readonly screenfulMs: { readonly chunks: number; readonly rows: number };
}

/** A whole number: sums of such do not depend on their order. */
function weigh(cell: Cell | undefined): number {
  return typeof cell === 'string' ? cell.length : Math.round(Number(cell ?? 0) * 1000);
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

const screenfuls = 200;
const screenful = 50;
const startOf = (index: number, rowCount: number): number => (index * 7919 * 13) % (rowCount - screenful);

async function measureChunks(rowCount: number, size: number): Promise<Timing & { screenfulMs: number }> {
  const batches = cutBatches(makeTable(rowCount), rowCount, size);
  const store = await openStore({ name: 'bench-chunks' });
  const writeMs = await timed(async () => {
    for (const [chunkNo, batch] of batches.entries()) await store.closeChunk('run', chunkNo, batch);
  });
  let checksum = 0;
  const readMs = await timed(async () => {
    for await (const batch of store.readBatches('run', 'visit')) {
      for (const { cells } of batch.columns) for (const cell of cells) checksum += weigh(cell);
    }
  });
  const all = await timed(async () => {
    for (let index = 0; index < screenfuls; index++) {
      await store.readRows('run', 'visit', startOf(index, rowCount), screenful);
    }
  });
  store.close();
  await Dexie.delete('bench-chunks');
  return { writeMs, readMs, checksum, screenfulMs: all / screenfuls };
}

async function measureRows(rowCount: number): Promise<Timing & { screenfulMs: number }> {
  const table = makeTable(rowCount);
  const records = toRecords(table, rowCount).map((record, row) => ({ ...record, row }));
  const paths = table.map(({ path }) => path);
  const database = new Dexie('bench-rows');
  database.version(1).stores({ visit: 'row' });
  const visit = database.table<Record<string, Cell>, number>('visit');
  await database.open();
  const writeMs = await timed(() => visit.bulkAdd(records));
  let checksum = 0;
  const readMs = await timed(async () => {
    for (const record of await visit.toArray()) for (const path of paths) checksum += weigh(record[path]);
  });
  const all = await timed(async () => {
    for (let index = 0; index < screenfuls; index++) {
      const start = startOf(index, rowCount);
      await visit
        .where('row')
        .between(start, start + screenful)
        .toArray();
    }
  });
  await database.delete();
  return { writeMs, readMs, checksum, screenfulMs: all / screenfuls };
}

/** Chunks and rows one after the other in one page; which goes first changes with the round. */
async function measure(rowCount: number, size: number, round: number): Promise<Round> {
  const rowsFirst = round % 2 === 1 ? await measureRows(rowCount) : undefined;
  const chunks = await measureChunks(rowCount, size);
  const rows = rowsFirst ?? (await measureRows(rowCount));
  return { chunks, rows, screenfulMs: { chunks: chunks.screenfulMs, rows: rows.screenfulMs } };
}

declare global {
  var measureStoring: typeof measure;
}

globalThis.measureStoring = measure;
