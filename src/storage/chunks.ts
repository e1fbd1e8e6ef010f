import type { RowBatch } from '../dataset/RowBatch';
import { Failure } from '../problems/Failure';
import { decodeBatch, encodeBatch } from './chunkCodec';
import type { ChunkKey, Database } from './database';
import { entriesOf } from './journal';
import { keysUnder } from './keysUnder';
import type { Chunk, ClosedChunk } from './records';
import { RecentBatches } from './RecentBatches';
import { sliceRows } from '../dataset/sliceRows';
import { guard } from './storageFailure';

/** Chunks fetched in one go: a request costs as much as the bytes of several chunks. */
const readAhead = 8;

/** The closed chunks of one table, in row order, read from an index alone. */
export async function closedChunks(database: Database, runId: string, table: string): Promise<ClosedChunk[]> {
  const keys = await database.chunks
    .where('[runId+table+start+rowCount+chunkNo]')
    .between(...keysUnder(runId, table))
    .keys();
  return (keys as unknown as [string, string, number, number, number][]).map(
    ([, , start, rowCount, chunkNo]) => ({ chunkNo, start, rowCount }),
  );
}

export async function countRows(database: Database, runId: string, table: string): Promise<number> {
  return (await closedChunks(database, runId, table)).reduce((sum, head) => sum + head.rowCount, 0);
}

export async function closeChunk(
  database: Database,
  runId: string,
  chunkNo: number,
  batch: RowBatch,
): Promise<void> {
  const { table, start, rowCount } = batch;
  // Encoded before the transaction opens: IndexedDB commits as soon as it waits for anything else.
  const bytes = await encodeBatch(batch);
  await database.transaction('rw', database.chunks, database.journal, async () => {
    await database.chunks.put({ runId, table, chunkNo, start, rowCount, bytes });
    await entriesOf(database, runId, table, start, rowCount).delete();
  });
}

/** Reads closed chunks and keeps the last few decoded: neighbouring rows are asked for again and again. */
export class ChunkReader {
  readonly #database: Database;
  readonly #recent = new RecentBatches(8);
  readonly #heads = new Map<string, ClosedChunk[]>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Batch by batch in row order, from the chunk that holds `fromRow`. */
  async *batches(runId: string, table: string, fromRow: number): AsyncGenerator<RowBatch> {
    const heads = await guard('read the records', () => closedChunks(this.#database, runId, table));
    const wanted = heads.filter((head) => head.start + head.rowCount > fromRow);
    for (let at = 0; at < wanted.length; at += readAhead) {
      const group = wanted.slice(at, at + readAhead);
      const chunks = await this.#load(runId, table, group);
      for (const [index, head] of group.entries()) yield await decode(chunks[index], table, head);
    }
  }

  /** Rows [start, start + count); ends early where the closed chunks end. */
  async rows(runId: string, table: string, start: number, count: number): Promise<RowBatch> {
    const end = start + count;
    const heads = await this.#covering(runId, table, start, end);
    const batches: RowBatch[] = [];
    let reached = start;
    for (const head of heads) {
      if (head.start > reached || reached >= end) break;
      if (head.start + head.rowCount <= reached) continue;
      batches.push(await this.#read(runId, table, head));
      reached = head.start + head.rowCount;
    }
    return sliceRows(batches, table, start, Math.min(end, reached));
  }

  forget(runId: string): void {
    this.#recent.deleteRun(runId);
    for (const key of this.#heads.keys()) if (key.startsWith(`${runId}/`)) this.#heads.delete(key);
  }

  /** Closed chunks never change, so remembered heads hold; only rows beyond them need another look. */
  async #covering(runId: string, table: string, start: number, end: number): Promise<ClosedChunk[]> {
    const key = `${runId}/${table}`;
    const known = this.#heads.get(key) ?? [];
    if (covers(known, start, end)) return known;
    const heads = await guard('read the records', () => closedChunks(this.#database, runId, table));
    this.#heads.set(key, heads);
    return heads;
  }

  async #read(runId: string, table: string, head: ClosedChunk): Promise<RowBatch> {
    const recent = this.#recent.get(runId, table, head.chunkNo);
    if (recent !== undefined) return recent;
    const [chunk] = await this.#load(runId, table, [head]);
    const batch = await decode(chunk, table, head);
    this.#recent.set(runId, table, head.chunkNo, batch);
    return batch;
  }

  async #load(runId: string, table: string, heads: readonly ClosedChunk[]): Promise<(Chunk | undefined)[]> {
    const keys = heads.map(({ chunkNo }): ChunkKey => [runId, table, chunkNo]);
    return guard('read the records', () => this.#database.chunks.bulkGet(keys));
  }
}

async function decode(chunk: Chunk | undefined, table: string, head: ClosedChunk): Promise<RowBatch> {
  if (chunk === undefined) throw new Failure('storage.gone', { what: 'run' });
  return decodeBatch(chunk.bytes).catch((cause: unknown) => {
    const values = { table, from: head.start + 1, to: head.start + head.rowCount };
    throw new Failure('storage.damaged', values, { cause });
  });
}

function covers(heads: readonly ClosedChunk[], start: number, end: number): boolean {
  let reached = start;
  for (const head of heads) {
    if (head.start <= reached && head.start + head.rowCount > reached) reached = head.start + head.rowCount;
    if (reached >= end) return true;
  }
  return false;
}
