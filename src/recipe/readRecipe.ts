import { isWrong } from '../problems/describe';
import type { Problem } from '../problems/Problem';
import { migrate } from './migrations';
import { parseDocument } from './parseDocument';
import { readShape } from './readShape';
import type { Recipe } from './Recipe';
import { reviewRecipe } from './reviewRecipe';

/**
 * Reads a recipe from its text, or from an object of its form. Never throws; finds all problems at once.
 * The recipe is there when its shape is right, even where what it asks for is `wrong`: such a recipe can be
 * shown and mended but not run.
 */
export function readRecipe(source: unknown): { recipe?: Recipe; problems: Problem[] } {
  const parsed = parseDocument(source);
  if (parsed.document === undefined) return { problems: parsed.problems };
  const migrated = migrate(parsed.document);
  if (migrated.document === undefined) return { problems: [...parsed.problems, migrated.problem] };
  const { recipe, broken, problems } = readShape(migrated.document);
  const found = [...parsed.problems, ...problems];
  const whole = !found.some(isWrong);
  found.push(...reviewRecipe(recipe, broken));
  return whole ? { recipe, problems: found } : { problems: found };
}
