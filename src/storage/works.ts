import type { Database } from './database';
import { keysUnder } from './keysUnder';
import type { Work } from './records';
import { deleteRehearsals } from './rehearsals';
import { deleteRunRecords } from './runs';

/** Newest first. */
export async function listWorks(database: Database): Promise<Work[]> {
  return database.works.orderBy('updatedAt').reverse().toArray();
}

export async function addWork(database: Database, work: Work, document: string): Promise<void> {
  await database.transaction('rw', database.works, database.recipes, async () => {
    await database.works.add(work);
    await database.recipes.add({ workId: work.id, version: 1, savedAt: work.createdAt, document });
  });
}

/** With its versions, runs, records and rehearsals. */
export async function deleteWork(database: Database, workId: string): Promise<void> {
  const { works, recipes, runs, chunks, journal, rehearsals } = database;
  await database.transaction('rw', [works, recipes, runs, chunks, journal, rehearsals], async () => {
    const runIds = (await runs.where('workId').equals(workId).primaryKeys()) as string[];
    for (const runId of runIds) await deleteRunRecords(database, runId);
    await runs.bulkDelete(runIds);
    await recipes
      .where('[workId+version]')
      .between(...keysUnder(workId))
      .delete();
    await deleteRehearsals(database, workId);
    await works.delete(workId);
  });
}
