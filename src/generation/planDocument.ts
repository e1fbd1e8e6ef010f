import { isWrong } from '../problems/describe';
import { Failure } from '../problems/Failure';
import type { Problem } from '../problems/Problem';
import { readRecipe } from '../recipe/readRecipe';
import { planRun } from './planRun';
import type { Plan } from './Plan';
import { reviewPlan } from './reviewPlan';

/** The plan of a recipe's document; throws the first problem that is in the way as a Failure. */
export function planDocument(document: string): Plan {
  const { recipe, problems } = readRecipe(document);
  const wrong = problems.find(isWrong);
  if (recipe === undefined || wrong !== undefined) throw failureOf(wrong);
  const plan = planRun(recipe);
  const late = reviewPlan(plan).find(isWrong);
  if (late !== undefined) throw failureOf(late);
  return plan;
}

function failureOf(found: Problem | undefined): Failure {
  if (found === undefined) return new Failure('storage.damaged');
  return new Failure(found.code, found.values, { at: found.at });
}
