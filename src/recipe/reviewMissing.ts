import { reviewExpression } from '../fields/shared/reviewExpression';
import { problem, type Problem } from '../problems/Problem';
import { pathAt } from './pathAt';
import type { Field } from './Recipe';
import type { TableContext } from './reviewContext';

/** The one expression that stands beside the options of a type and not among them. */
export function reviewMissing(field: Field, at: string, context: TableContext): Problem[] {
  if (typeof field.missing !== 'object') return [];
  const { share, if: condition } = field.missing;
  if (condition !== undefined) return reviewExpression(condition, pathAt(at, 'missing', 'if'), context);
  return share === undefined ? [problem('recipe.missingSaysNothing', pathAt(at, 'missing'))] : [];
}
