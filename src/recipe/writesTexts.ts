import { columnsOf } from './columnsOf';
import type { Recipe } from './Recipe';

/** Whether a recipe has fields for a writer. */
export function writesTexts(recipe: Recipe): boolean {
  return Object.keys(recipe.tables).some((table) =>
    columnsOf(recipe, table).some(({ origin }) => origin === 'written'),
  );
}
