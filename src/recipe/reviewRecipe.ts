import { problem, type Problem } from '../problems/Problem';
import { circlesIn } from './inOrder';
import { fieldWaits } from './fieldWaits';
import { pathAt } from './pathAt';
import type { Recipe } from './Recipe';
import { reviewRows } from './reviewRows';
import { reviewUnits } from './reviewUnits';
import { tableWaits } from './tableOrder';

/**
 * What only the whole shows: names that lead nowhere, circles, rows, and what the units say themselves.
 * `broken` names what could not be read; nothing is said about it a second time.
 */
export function reviewRecipe(recipe: Recipe, broken: ReadonlySet<string> = new Set()): Problem[] {
  return [
    ...circlesIn(tableWaits(recipe)).map((names) => circle('recipe.tableCircle', '', names)),
    ...Object.entries(recipe.tables).flatMap(([name, table]) => [
      ...reviewRows(recipe, name, broken),
      ...circlesIn(fieldWaits(table)).map((names) =>
        circle('recipe.fieldCircle', pathAt('', name, 'fields', names[0] ?? ''), names),
      ),
    ]),
    ...reviewUnits(recipe, broken),
  ];
}

/** "`a` needs `b`, `b` needs `a`". */
function circle(
  code: 'recipe.tableCircle' | 'recipe.fieldCircle',
  at: string,
  names: readonly string[],
): Problem {
  const steps = names.map((name, index) => `\`${name}\` needs \`${names[(index + 1) % names.length]}\``);
  return problem(code, at, { circle: steps.join(', ') });
}
