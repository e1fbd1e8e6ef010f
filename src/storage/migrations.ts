import type { Transaction } from 'dexie';

export interface Migration {
  /** Whole numbers, ascending; a published one is never changed. */
  readonly version: number;
  readonly name: string;
  /** Dexie's schema syntax: primary key first, then indexes. Only tables that change. */
  readonly stores: Readonly<Record<string, string>>;
  /** Inside the upgrade's transaction: await nothing but the database. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<void>;
}

/** Nothing a user typed or a run made is ever part of an index: keys stay readable when chunks are encrypted. */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'works, recipes, runs, chunks and journal',
    stores: {
      works: 'id, updatedAt',
      recipes: '[workId+version]',
      runs: 'id, workId, status',
      // The second index holds a chunk's whole head, so that rows are counted without loading any bytes.
      chunks: '[runId+table+chunkNo], [runId+table+start+rowCount+chunkNo]',
      journal: '++, [runId+table+row]',
    },
  },
  {
    version: 2,
    name: 'self-tests and rehearsals',
    stores: {
      selfTests: '[device+modelSha256]',
      rehearsals: '[workId+device+modelSha256]',
    },
  },
];
