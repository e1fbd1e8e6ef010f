import type { RowBatch } from '../../src/dataset/RowBatch';
import type { Writer } from '../../src/engines/Engine';
import { executeRun, type RunJob } from '../../src/generation/executeRun';
import { planRun } from '../../src/generation/planRun';
import type { Recipe } from '../../src/recipe/Recipe';
import { writeRecipe } from '../../src/recipe/writeRecipe';
import { openStore } from '../../src/storage/openStore';
import { startingRun } from '../../src/storage/startingRun';
import type { Store } from '../../src/storage/Store';

/** A record of whatever is drawn, and one text. */
export const fields = {
  id: { type: 'id', pattern: 'SYN-####' },
  sex: { type: 'category', values: { female: 1, male: 1 } },
  pulse: { type: 'integer', min: 40, max: 180 },
  note: { type: 'text', kind: 'triage note', facts: ['pulse', 'id'], words: [3, 40] },
};

let stores = 0;

/** A run of a recipe in a store of its own, not begun yet. */
export async function begin(recipe: Recipe): Promise<{ store: Store; run: string }> {
  const store = await openStore({ name: `generation-${stores++}` });
  const document = writeRecipe(recipe);
  const work = await store.createWork(recipe.title, document);
  const run = startingRun({
    id: 'run',
    workId: work.id,
    recipeVersion: 1,
    document,
    seed: recipe.seed,
    rows: rowsOf(recipe),
    startedAt: 0,
  });
  await store.createRun(run);
  return { store, run: run.id };
}

function rowsOf(recipe: Recipe): Record<string, number> {
  return Object.fromEntries(planRun(recipe).tables.map((table) => [table.name, table.rowCount]));
}

/** Makes it, from where it was left. */
export function execute(
  store: Store,
  run: string,
  writer: Writer,
  signal = new AbortController().signal,
  watch: Partial<RunJob> = {},
) {
  return executeRun(run, {
    store,
    signal,
    now: () => performance.now(),
    startWriter: async () => writer,
    onProgress: () => undefined,
    ...watch,
  });
}

export async function batchesOf(store: Store, run: string): Promise<RowBatch[]> {
  const batches: RowBatch[] = [];
  for await (const batch of store.readBatches(run, 'visit')) batches.push(batch);
  return batches;
}

export async function recordsOf(store: Store, run: string): Promise<Record<string, unknown>[]> {
  return (await batchesOf(store, run)).flatMap((batch) =>
    Array.from({ length: batch.rowCount }, (_, index) => ({
      row: batch.start + index,
      ...Object.fromEntries(batch.columns.map((column) => [column.path, column.cells[index]])),
    })),
  );
}
