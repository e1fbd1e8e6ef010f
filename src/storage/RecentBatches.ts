import type { RowBatch } from '../dataset/RowBatch';

/** The last few decoded chunks, the least recently used one dropped first. */
export class RecentBatches {
  readonly #most: number;
  readonly #batches = new Map<string, RowBatch>();

  constructor(most: number) {
    this.#most = most;
  }

  get(runId: string, table: string, chunkNo: number): RowBatch | undefined {
    const key = keyOf(runId, table, chunkNo);
    const batch = this.#batches.get(key);
    if (batch === undefined) return undefined;
    this.#batches.delete(key);
    this.#batches.set(key, batch);
    return batch;
  }

  set(runId: string, table: string, chunkNo: number, batch: RowBatch): void {
    const key = keyOf(runId, table, chunkNo);
    this.#batches.delete(key);
    this.#batches.set(key, batch);
    for (const oldest of this.#batches.keys()) {
      if (this.#batches.size <= this.#most) break;
      this.#batches.delete(oldest);
    }
  }

  deleteRun(runId: string): void {
    for (const key of this.#batches.keys()) if (key.startsWith(`${runId}/`)) this.#batches.delete(key);
  }
}

function keyOf(runId: string, table: string, chunkNo: number): string {
  return `${runId}/${table}/${String(chunkNo)}`;
}
