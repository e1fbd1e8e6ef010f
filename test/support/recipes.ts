import type { Field, Recipe } from '../../src/recipe/Recipe';
import { readRecipe } from '../../src/recipe/readRecipe';
import { describe } from '../../src/problems/describe';

/** A recipe with one table `visit`, read as a user's document would be. */
export function recipeOf(
  fields: Record<string, Field>,
  rest: { rows?: number; constraints?: unknown[]; seed?: number; tables?: Record<string, unknown> } = {},
): Recipe {
  return readDocument({
    cloister: 1,
    title: 'Test',
    seed: rest.seed ?? 7,
    today: '2026-03-01',
    tables: {
      ...rest.tables,
      visit: {
        rows: rest.rows ?? 50,
        fields,
        ...(rest.constraints === undefined ? {} : { constraints: rest.constraints }),
      },
    },
  });
}

export function readDocument(document: unknown): Recipe {
  const { recipe, problems } = readRecipe(JSON.stringify(document));
  if (recipe === undefined) throw new Error(problems.map(describe).join('\n'));
  return recipe;
}
