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

function meanChildren(perParent: unknown): number {
  if (typeof perParent === 'number') return perParent;
  const { mean, min = 0, max = min } = perParent as { mean?: number; min?: number; max?: number };
  return mean ?? (min + max) / 2;
}
