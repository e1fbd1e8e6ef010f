import { Failure } from '../problems/Failure';
import type { Database } from './database';
import { keysUnder } from './keysUnder';
import type { Run } from './records';

function newestFirst(runs: Run[]): Run[] {
  return runs.sort((a, b) => b.startedAt - a.startedAt);
}

export async function listRuns(database: Database, workId: string): Promise<Run[]> {
  return newestFirst(await database.runs.where('workId').equals(workId).toArray());
}

export async function listUnfinishedRuns(database: Database): Promise<Run[]> {
  return newestFirst(await database.runs.where('status').anyOf('running', 'paused').toArray());
}

export async function changeRun(
  database: Database,
  runId: string,
  change: Partial<Omit<Run, 'id'>>,
): Promise<void> {
  const found = await database.runs
    .where('id')
    .equals(runId)
    .modify((run) => {
      Object.assign(run, change);
    });
  if (found === 0) throw new Failure('storage.gone', { what: 'run' });
}

export async function deleteRun(database: Database, runId: string): Promise<void> {
  const { runs, chunks, journal } = database;
  await database.transaction('rw', runs, chunks, journal, async () => {
    await deleteRunRecords(database, runId);
    await runs.delete(runId);
  });
}

/** Chunks and journal of a run; inside the caller's transaction. */
export async function deleteRunRecords(database: Database, runId: string): Promise<void> {
  await database.chunks
    .where('[runId+table+chunkNo]')
    .between(...keysUnder(runId))
    .delete();
  await database.journal
    .where('[runId+table+row]')
    .between(...keysUnder(runId))
    .delete();
}
