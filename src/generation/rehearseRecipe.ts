import type { RowBatch } from '../dataset/RowBatch';
import type { LoadedFacts, Writer } from '../engines/Engine';
import { Failure } from '../problems/Failure';
import type { Recipe } from '../recipe/Recipe';
import { pinUniques } from './pinUniques';
import type { TablePlan } from './Plan';
import { planDocument } from './planDocument';
import type { RunSink } from './RunSink';
import { Tally } from './Tally';
import { writeTable } from './writeTable';

/** Written cells that a rehearsal makes, and the fewest of one field: less would say little. */
const rehearsedCells = 20;
const fewestOfField = 5;

export interface RehearsalJob {
  readonly signal: AbortSignal;
  readonly now: () => number;
  /** Called once, when the recipe is known to have something to write. */
  startWriter(): Promise<Writer>;
  /** Written cells made so far, of those that will be. */
  onProgress(cells: number, of: number): void;
}

/** What a rehearsal made. It is kept nowhere. */
export interface RehearsedRecipe {
  readonly recipe: Recipe;
  readonly writer: LoadedFacts;
  /** The first records of every table with written fields. */
  readonly batches: readonly RowBatch[];
  /** Records that a whole run would make of these tables. */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Makes the first few records of each table with written fields, as a run would: the same records, tasks, checks and
 * attempts. Rejects with a Failure when the recipe cannot be run or has nothing to write.
 */
export async function rehearseRecipe(document: string, job: RehearsalJob): Promise<RehearsedRecipe> {
  const plan = planDocument(document);
  const tables = plan.tables.filter((table) => writtenFields(table) > 0 && table.rowCount > 0);
  const fields = tables.reduce((sum, table) => sum + writtenFields(table), 0);
  if (fields === 0) throw new Failure('generation.nothingWritten');
  const rowsEach = Math.max(fewestOfField, Math.ceil(rehearsedCells / fields));
  const rowsOf = (table: TablePlan): number => Math.min(rowsEach, table.rowCount);
  const planned = tables.reduce((sum, table) => sum + rowsOf(table) * writtenFields(table), 0);
  for (const table of plan.tables) pinUniques(table, job.signal, rowsOf(table));

  const writer = await job.startWriter();
  const requested = plan.tables.reduce((sum, table) => sum + table.rowCount, 0);
  const tally = new Tally(nothingCounted(requested), job.now);
  const batches: RowBatch[] = [];
  for (const table of tables) {
    const range = { chunkNo: 0, start: 0, rowCount: rowsOf(table), storedRows: 0 };
    await writeTable(table, [range], {
      sink: memorySink((batch) => batches.push(batch)),
      tally,
      signal: job.signal,
      now: job.now,
      writer: () => Promise.resolve(writer),
      onRecord: () => job.onProgress(tally.cells, planned),
    });
  }
  const rows = Object.fromEntries(tables.map((table) => [table.name, table.rowCount]));
  return { recipe: plan.recipe, writer: writer.facts, batches, rows };
}

function writtenFields(table: TablePlan): number {
  return table.late.filter((field) => field.unit.origin === 'written').length;
}

/** Keeps what is finished for the caller, and nothing else. */
function memorySink(keep: (batch: RowBatch) => void): RunSink {
  return {
    closedChunks: async () => [],
    closeChunk: async (_, batch) => keep(batch),
    journal: async () => [],
    appendJournal: async () => undefined,
    readRows: () => Promise.reject(new Error('a rehearsal stores nothing')),
    async *readBatches() {},
  };
}

function nothingCounted(requested: number) {
  return { requested, made: 0, marked: 0, retried: 0, cells: 0, tokens: 0, milliseconds: 0, reasons: [] };
}
