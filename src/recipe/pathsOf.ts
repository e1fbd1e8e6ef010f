import { columnsOf, type RecipeColumn } from './columnsOf';
import { parentsOf } from './parentsOf';
import type { Recipe } from './Recipe';

export type RecipePath = Pick<RecipeColumn, 'path' | 'type' | 'origin'>;

/**
 * What the facts and expressions of a table may name: its own columns, then `<parent>.<path>` for each
 * table that a reference field points to. A field of the same name as the parent table hides it.
 */
export function pathsOf(recipe: Recipe, table: string): RecipePath[] {
  const own = Object.hasOwn(recipe.tables, table) ? recipe.tables[table] : undefined;
  if (own === undefined) return [];
  const parents = new Set(parentsOf(own).map((parent) => parent.table));
  const visible = [...parents].filter((parent) => parent !== table && !Object.hasOwn(own.fields, parent));
  return [
    ...columnsOf(recipe, table).map(({ path, type, origin }) => ({ path, type, origin })),
    ...visible.flatMap((parent) =>
      columnsOf(recipe, parent).map(({ path, type, origin }) => ({
        path: `${parent}.${path}`,
        type,
        origin,
      })),
    ),
  ];
}
