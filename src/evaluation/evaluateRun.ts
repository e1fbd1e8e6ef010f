import { Failure } from '../problems/Failure';
import { constraintTypeOf } from '../recipe/constraintTypeOf';
import { parentsOf, type Parent } from '../recipe/parentsOf';
import { readRecipe } from '../recipe/readRecipe';
import type { Recipe } from '../recipe/Recipe';
import { tableOrder } from '../recipe/tableOrder';
import type { Run } from '../storage/records';
import type { Store } from '../storage/Store';
import { ParentIndex } from './ParentIndex';
import type { Report } from './Report';
import { summarise } from './summarise';
import { TableExaminer, type TableFindings } from './TableExaminer';

/**
 * Reads every stored record of the run once, a batch at a time, and reports what is there. `onProgress` gets
 * the share read so far, 0 to 1. Rejects with a Failure when the run is gone or cannot be read.
 */
export async function evaluateRun(
  store: Store,
  runId: string,
  onProgress: (share: number) => void = () => undefined,
): Promise<Report> {
  const run = await store.run(runId);
  if (run === undefined) throw new Failure('storage.gone', { what: 'run' });
  const recipe = recipeOf(run);
  const names = Object.keys(recipe.tables);
  const counts = await Promise.all(names.map((table) => store.rowCount(runId, table)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const indexes = indexesFor(recipe);
  const found = new Map<string, TableFindings>();
  let read = 0;
  // Parents first: their keys are known before the records that point to them.
  for (const table of tableOrder(recipe)) {
    const examiner = new TableExaminer(recipe, table, (parent) => indexes.get(keyOf(parent)));
    const own = [...indexes].filter(([key]) => key.startsWith(`${table}.`)).map(([, index]) => index);
    for await (const batch of store.readBatches(runId, table)) {
      for (const index of own) index.add(batch);
      examiner.add(batch);
      read += batch.rowCount;
      onProgress(read / Math.max(total, read));
    }
    found.set(table, examiner.findings());
  }
  const inOrder = names.flatMap((name) => found.get(name) ?? []);
  const requested = new Map(run.tables.map(({ table, rows }) => [table, rows]));
  const report = {
    runId,
    status: run.status,
    counts: run.counts,
    tables: inOrder.map(({ report }) => ({
      ...report,
      requested: requested.get(report.table) ?? report.rows,
    })),
    constraints: inOrder.flatMap(({ constraints }) => constraints),
    written: inOrder.flatMap(({ written }) => written),
  };
  return { ...report, summary: summarise(report) };
}

/** The recipe a run follows; it was checked before the run was made. */
export function recipeOf(run: Run): Recipe {
  const { recipe } = readRecipe(run.document);
  if (recipe === undefined) throw new Failure('storage.unreadableRecipe');
  return recipe;
}

function keyOf({ table, key }: Pick<Parent, 'table' | 'key'>): string {
  return `${table}.${key}`;
}

/** One index for each key that a reference points to, holding what rules of the other tables read. */
function indexesFor(recipe: Recipe): Map<string, ParentIndex> {
  const pathsOf = new Map<string, Set<string>>();
  const parents = Object.values(recipe.tables).flatMap((table) =>
    parentsOf(table).map((parent) => ({ ...parent, readBy: table })),
  );
  for (const { readBy, ...parent } of parents) {
    const paths = pathsOf.get(keyOf(parent)) ?? new Set();
    pathsOf.set(keyOf(parent), paths);
    for (const options of readBy.constraints ?? []) {
      for (const path of constraintTypeOf(options.type)?.fields(options) ?? []) {
        if (path.startsWith(`${parent.table}.`)) paths.add(path.slice(parent.table.length + 1));
      }
    }
  }
  return new Map(
    parents.map((parent) => [
      keyOf(parent),
      new ParentIndex(parent.key, [...(pathsOf.get(keyOf(parent)) ?? [])]),
    ]),
  );
}
