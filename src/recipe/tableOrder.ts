import { inOrder } from './inOrder';
import { parentsOf } from './parentsOf';
import type { Recipe } from './Recipe';

/** Names of the tables, parents first; otherwise in the order of the document. */
export function tableOrder(recipe: Recipe): string[] {
  return inOrder(tableWaits(recipe));
}

export function tableWaits(recipe: Recipe): Map<string, string[]> {
  return new Map(
    Object.entries(recipe.tables).map(([name, table]) => [
      name,
      parentsOf(table).map((parent) => parent.table),
    ]),
  );
}
