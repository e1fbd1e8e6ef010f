import type { Writer } from '../engines/Engine';
import { Failure } from '../problems/Failure';
import { pinUniques } from './pinUniques';
import { planDocument } from './planDocument';
import { rehearsedTables, rehearsePlan, type RehearsedRecipe } from './rehearsePlan';
import type { RunSink } from './RunSink';
import { Tally } from './Tally';

export interface RehearsalJob {
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Called once, when the recipe is known to have something to write. */
  startWriter(): Promise<Writer>;
  /** Written cells made so far, of those that will be. */
  onProgress(cells: number, of: number): void;
}

/**
 * Rehearses a recipe for itself and keeps none of its records. Rejects with a Failure when the recipe cannot be run or
 * has nothing to write.
 */
export async function rehearseRecipe(document: string, job: RehearsalJob): Promise<RehearsedRecipe> {
  const plan = planDocument(document);
  const tables = rehearsedTables(plan);
  const planned = tables.reduce((sum, { cells }) => sum + cells, 0);
  if (planned === 0) throw new Failure('generation.nothingWritten');
  const mostRows = Math.max(...tables.map(({ rowCount }) => rowCount));
  for (const table of plan.tables) pinUniques(table, job.signal, Math.min(mostRows, table.rowCount));
  const tally = new Tally(nothingCounted, job.now);
  let writer: Promise<Writer> | undefined;
  return rehearsePlan(plan, {
    sink: forgetful,
    tally,
    signal: job.signal,
    now: job.now,
    writer: () => (writer ??= job.startWriter()),
    onRecord: () => job.onProgress(tally.cells, planned),
  });
}

const forgetful: RunSink = {
  closedChunks: async () => [],
  closeChunk: async () => undefined,
  journal: async () => [],
  appendJournal: async () => undefined,
  readRows: () => Promise.reject(new Error('a rehearsal of its own stores nothing')),
  async *readBatches() {},
};

const nothingCounted = {
  requested: 0,
  made: 0,
  marked: 0,
  retried: 0,
  cells: 0,
  tokens: 0,
  milliseconds: 0,
  reasons: [],
};
