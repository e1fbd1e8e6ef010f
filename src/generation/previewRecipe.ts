import type { RowBatch } from '../dataset/RowBatch';
import { Failure } from '../problems/Failure';
import { isWrong } from '../problems/describe';
import type { Problem } from '../problems/Problem';
import { readRecipe } from '../recipe/readRecipe';
import { pinUniques } from './pinUniques';
import { planRun } from './planRun';
import { reviewPlan } from './reviewPlan';
import { consecutive, toBatch } from './toBatch';

export interface PreviewedRecipe {
  readonly batches: readonly RowBatch[];
  readonly problems: readonly Problem[];
  readonly rows: Readonly<Record<string, number>>;
}

/** The first records of every table as a run would make them, written cells left empty. */
export function previewRecipe(document: string, rowsPerTable: number): PreviewedRecipe {
  const { recipe, problems } = readRecipe(document);
  if (recipe === undefined || problems.some(isWrong)) return { batches: [], problems, rows: {} };
  const found = [...problems];
  const batches: RowBatch[] = [];
  const rows: Record<string, number> = {};
  try {
    const plan = planRun(recipe);
    found.push(...reviewPlan(plan));
    for (const table of plan.tables) rows[table.name] = table.rowCount;
    for (const name of Object.keys(recipe.tables)) {
      const table = plan.tables.find((candidate) => candidate.name === name);
      if (table === undefined) continue;
      const count = Math.min(rowsPerTable, table.rowCount);
      pinUniques(table, new AbortController().signal, count);
      batches.push(toBatch(table, table.settled(consecutive(0, count))));
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { batches: [], problems: [...found, error.problem], rows };
  }
  return { batches, problems: found, rows };
}
