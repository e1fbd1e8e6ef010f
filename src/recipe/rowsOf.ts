import { parentsOf } from './parentsOf';
import type { Recipe } from './Recipe';

/** How many records a table will have; where children are drawn per parent, how many to expect. */
export function rowsOf(recipe: Recipe, name: string, above: readonly string[] = []): number {
  const table = recipe.tables[name];
  if (table === undefined || above.includes(name)) return 0;
  for (const parent of parentsOf(table)) {
    const perParent = table.fields[parent.field]?.['perParent'];
    if (perParent !== undefined) {
      return rowsOf(recipe, parent.table, [...above, name]) * meanChildren(perParent);
    }
  }
  return table.rows ?? 0;
}

/** Of whatever distribution is given; near enough to say how much work a run is. */
function meanChildren(perParent: unknown): number {
  if (typeof perParent === 'number') return perParent;
  const { min = 0, max = Infinity, ...shape } = perParent as Readonly<Record<string, number | undefined>>;
  const { mean, mu, sigma = 0, mode, trials, probability = 0, shape: k, scale = 1 } = shape;
  const usual =
    mean ??
    mode ??
    (mu === undefined ? undefined : Math.exp(mu + sigma ** 2 / 2)) ??
    (trials === undefined ? undefined : trials * probability) ??
    (k === undefined ? undefined : k * scale) ??
    (max === Infinity ? min : (min + max) / 2);
  return Math.min(max, Math.max(min, usual));
}
