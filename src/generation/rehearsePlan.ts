import type { RowBatch } from '../dataset/RowBatch';
import type { LoadedFacts } from '../engines/Engine';
import type { Recipe } from '../recipe/Recipe';
import type { Plan, TablePlan } from './Plan';
import type { TableJob } from './TableJob';
import { writeTable } from './writeTable';

/** Written cells that a rehearsal makes, and the fewest of one field: less would say little. */
export const rehearsedCells = 20;
const fewestOfField = 5;

/** What a rehearsal made. */
export interface RehearsedRecipe {
  readonly recipe: Recipe;
  readonly writer: LoadedFacts;
  /** The first records of every table with written fields. */
  readonly batches: readonly RowBatch[];
  /** Records that a whole run would make of these tables. */
  readonly rows: Readonly<Record<string, number>>;
}

/** A table with written fields, and how many of its first records a rehearsal makes. */
export interface RehearsedTable {
  readonly table: TablePlan;
  readonly rowCount: number;
  readonly cells: number;
}

/** Empty where there is nothing to write. */
export function rehearsedTables({ tables }: Plan): RehearsedTable[] {
  const written = tables.filter((table) => writtenFields(table) > 0 && table.rowCount > 0);
  const fields = written.reduce((sum, table) => sum + writtenFields(table), 0);
  const rowsEach = Math.max(fewestOfField, Math.ceil(rehearsedCells / fields));
  return written.map((table) => {
    const rowCount = Math.min(rowsEach, table.rowCount);
    return { table, rowCount, cells: rowCount * writtenFields(table) };
  });
}

/**
 * Makes the first few records of each table with written fields, as a run would: the same records, tasks, checks and
 * attempts. They are left in the sink as those of a run that was stopped there, so that a run can go on from them; what
 * the sink holds already is not made again.
 */
export async function rehearsePlan(plan: Plan, job: TableJob): Promise<RehearsedRecipe> {
  const rehearsed = rehearsedTables(plan);
  const writer = await job.writer();
  const batches: RowBatch[] = [];
  const sink: TableJob['sink'] = {
    ...job.sink,
    async closeChunk(chunkNo, batch) {
      await job.sink.closeChunk(chunkNo, batch);
      batches.push(batch);
    },
  };
  for (const { table, rowCount } of rehearsed) {
    const [first] = await sink.closedChunks(table.name);
    const storedRows = first?.rowCount ?? 0;
    const range = { chunkNo: 0, start: 0, rowCount: Math.max(rowCount, storedRows), storedRows };
    await writeTable(table, [range], { ...job, sink });
    job.tally.setAside(table.name);
  }
  const rows = Object.fromEntries(rehearsed.map(({ table }) => [table.name, table.rowCount]));
  return { recipe: plan.recipe, writer: writer.facts, batches, rows };
}

function writtenFields(table: TablePlan): number {
  return table.late.filter((field) => field.unit.origin === 'written').length;
}
