import { Dexie } from 'dexie';
import type { Database } from './database';
import type { RehearsalResult } from './records';

function rehearsalsOf(database: Database, workId: string) {
  return database.rehearsals
    .where('[workId+device+modelSha256]')
    .between([workId, Dexie.minKey, Dexie.minKey], [workId, Dexie.maxKey, Dexie.maxKey]);
}

export async function listRehearsals(database: Database, workId: string): Promise<RehearsalResult[]> {
  return rehearsalsOf(database, workId).toArray();
}

/** Nothing is kept of a work that was deleted meanwhile. */
export async function saveRehearsal(database: Database, result: RehearsalResult): Promise<void> {
  await database.transaction('rw', database.works, database.rehearsals, async () => {
    if ((await database.works.get(result.workId)) !== undefined) await database.rehearsals.put(result);
  });
}

/** Inside the caller's transaction. */
export async function deleteRehearsals(database: Database, workId: string): Promise<void> {
  await rehearsalsOf(database, workId).delete();
}
