import type { Database } from './database';
import { keysUnder } from './keysUnder';
import type { RehearsalResult } from './records';

function rehearsalsOf(database: Database, workId: string) {
  return database.rehearsals.where('[workId+device+modelSha256]').between(...keysUnder(workId));
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
