import { problem, type Problem } from '../problems/Problem';
import { fieldTypeOf } from './fieldTypeOf';
import type { Recipe } from './Recipe';

/** What a writer is asked for in a recipe and cannot do. */
export function reviewWriter(recipe: Recipe, writer: { readonly seesNoValues: boolean }): Problem[] {
  if (!writer.seesNoValues) return [];
  return Object.entries(recipe.tables).flatMap(([table, { fields }]) =>
    Object.entries(fields)
      .filter(([, options]) => fieldTypeOf(options.type)?.decides === true)
      .map(([field]) => problem('writer.decidesByChance', `${table}.fields.${field}.values`, { field })),
  );
}
