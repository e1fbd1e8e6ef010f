import type { RunSink } from './RunSink';

type Entry = Parameters<RunSink['appendJournal']>[0][number];

const journalRecords = 16;
const journalMs = 400;

/** Collects finished records for a moment: a transaction each would cost more than the record. */
export class JournalBuffer {
  readonly #table: string;
  readonly #sink: RunSink;
  readonly #now: () => number;
  #entries: Entry[] = [];
  #since = 0;

  constructor(table: string, sink: RunSink, now: () => number) {
    this.#table = table;
    this.#sink = sink;
    this.#now = now;
  }

  async add(entry: Omit<Entry, 'table'>): Promise<void> {
    if (this.#entries.length === 0) this.#since = this.#now();
    this.#entries.push({ table: this.#table, ...entry });
    if (this.#entries.length >= journalRecords || this.#now() - this.#since >= journalMs) await this.flush();
  }

  async flush(): Promise<void> {
    const entries = this.#entries;
    this.#entries = [];
    if (entries.length > 0) await this.#sink.appendJournal(entries);
  }
}
