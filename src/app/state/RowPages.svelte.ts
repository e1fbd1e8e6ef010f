import type { RowBatch } from '../../dataset/RowBatch';
import type { Store } from '../../storage/Store';

const pageRows = 200;
const mostPages = 40;

export interface RowPlace {
  readonly batch: RowBatch;
  /** Position of the record inside the batch. */
  readonly at: number;
}

/** The records of one table of one run, read a page at a time as the table is scrolled. */
export class RowPages {
  rowCount = $state(0);
  failure = $state.raw<unknown>(null);
  /** Grows whenever a page has come, so that what shows them draws again. */
  #arrived = $state(0);
  readonly #store: Store;
  readonly #runId: string;
  readonly #table: string;
  /** Least recently used first. */
  readonly #pages = new Map<number, RowBatch>();
  readonly #loading = new Set<number>();

  constructor(store: Store, runId: string, table: string) {
    this.#store = store;
    this.#runId = runId;
    this.#table = table;
  }

  async count(): Promise<void> {
    try {
      const rows = await this.#store.rowCount(this.#runId, this.#table);
      // The last page may have been short when it was read.
      if (rows > this.rowCount) this.#pages.delete(Math.floor(Math.max(0, this.rowCount - 1) / pageRows));
      this.rowCount = rows;
      this.failure = null;
    } catch (failure) {
      this.failure = failure;
    }
  }

  /** The record of this row, or null while its page is on the way. */
  row(row: number): RowPlace | null {
    void this.#arrived;
    const page = Math.floor(row / pageRows);
    const batch = this.#pages.get(page);
    if (batch === undefined) {
      void this.#load(page);
      return null;
    }
    const at = row - batch.start;
    return at < batch.rowCount ? { batch, at } : null;
  }

  async #load(page: number): Promise<void> {
    if (this.#loading.has(page)) return;
    this.#loading.add(page);
    try {
      const batch = await this.#store.readRows(this.#runId, this.#table, page * pageRows, pageRows);
      this.#pages.set(page, batch);
      const oldest = this.#pages.keys().next().value;
      if (this.#pages.size > mostPages && oldest !== undefined) this.#pages.delete(oldest);
      this.#arrived++;
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.#loading.delete(page);
    }
  }
}
