import { ChunkReader, closeChunk, closedChunks, countRows } from './chunks';
import { openDatabase } from './database';
import { appendEntries, entriesOf, mergeEntries } from './journal';
import { latestVersion, listVersions, saveVersion } from './recipes';
import { pruneChecks } from './pruneChecks';
import { listRehearsals, saveRehearsal } from './rehearsals';
import type { Work } from './records';
import { withLock, type Locks } from './runLock';
import { changeRun, deleteRun, listRuns, listUnfinishedRuns } from './runs';
import { guard } from './storageFailure';
import type { Store } from './Store';
import { addWork, deleteWork, listWorks } from './works';

export interface StoreOptions {
  readonly name?: string;
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof globalThis.IDBKeyRange;
  readonly locks?: Locks;
  readonly now?: () => number;
  readonly newId?: () => string;
}

/** Rejects with `storage.unavailable` where the browser keeps nothing for this page. */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const now = options.now ?? Date.now;
  const newId = options.newId ?? (() => crypto.randomUUID());
  const locks = options.locks ?? (globalThis.navigator as { locks?: Locks } | undefined)?.locks;
  const { name = 'cloister', indexedDB, IDBKeyRange } = options;
  const database = await openDatabase({ name, indexedDB, IDBKeyRange });
  const reader = new ChunkReader(database);

  return {
    works: () => guard('read your work', () => listWorks(database)),
    work: (workId) => guard('read your work', () => database.works.get(workId)),
    async createWork(title, document) {
      const at = now();
      const work: Work = { id: newId(), title, createdAt: at, updatedAt: at };
      await guard('save the recipe', () => addWork(database, work, document));
      return work;
    },
    saveRecipe: (workId, title, document) =>
      guard('save the recipe', () => saveVersion(database, { workId, title, savedAt: now(), document })),
    latestRecipe: (workId) => guard('read the recipe', () => latestVersion(database, workId)),
    recipeVersions: (workId) => guard('read the recipe', () => listVersions(database, workId)),
    async deleteWork(workId) {
      const runs = await guard('delete the work', () => listRuns(database, workId));
      await guard('delete the work', () => deleteWork(database, workId));
      for (const run of runs) reader.forget(run.id);
    },

    async createRun(run) {
      await guard('save the run', () => database.runs.add(run));
    },
    updateRun: (runId, change) => guard('save the run', () => changeRun(database, runId, change)),
    run: (runId) => guard('read the run', () => database.runs.get(runId)),
    runsOf: (workId) => guard('read the runs', () => listRuns(database, workId)),
    unfinishedRuns: () => guard('read the runs', () => listUnfinishedRuns(database)),
    async deleteRun(runId) {
      await guard('delete the run', () => deleteRun(database, runId));
      reader.forget(runId);
    },

    appendJournal: (entries) => guard('save the newest cells', () => appendEntries(database, entries)),
    async journal(runId, table, start, rowCount) {
      const entries = await guard('read the newest cells', () =>
        entriesOf(database, runId, table, start, rowCount).toArray(),
      );
      return mergeEntries(entries);
    },
    async closeChunk(runId, chunkNo, batch) {
      await guard(`save ${String(batch.rowCount)} more records of ${batch.table}`, () =>
        closeChunk(database, runId, chunkNo, batch),
      );
    },
    closedChunks: (runId, table) => guard('read the records', () => closedChunks(database, runId, table)),
    readBatches: (runId, table, fromRow = 0) => reader.batches(runId, table, fromRow),
    readRows: (runId, table, start, count) => reader.rows(runId, table, start, count),
    rowCount: (runId, table) => guard('read the records', () => countRows(database, runId, table)),

    selfTests: () => guard('read the checks of this device', () => database.selfTests.toArray()),
    async saveSelfTest(result) {
      await guard('save the check of this device', () => database.selfTests.put(result));
    },
    rehearsals: (workId) => guard('read the rehearsals', () => listRehearsals(database, workId)),
    async saveRehearsal(result) {
      await guard('save the rehearsal', () => saveRehearsal(database, result));
    },
    pruneChecks: (models) => guard('forget old checks', () => pruneChecks(database, models)),

    withRunLock: (runId, work) => withLock(locks, `cloister.run.${runId}`, work),
    close: () => {
      database.close();
    },
  };
}
