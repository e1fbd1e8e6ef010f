import type { FieldPath } from '../dataset/RowBatch';
import type { Problem } from '../problems/Problem';
import { constraintTypeOf } from './constraintTypeOf';
import { fieldTypeOf } from './fieldTypeOf';
import { needsOf } from './fieldOrder';
import { pathAt } from './pathAt';
import type { Recipe } from './Recipe';
import { reviewContext } from './reviewContext';
import { reviewMissing } from './reviewMissing';

/** What the fields and constraints say about their own options, the paths they name among them. */
export function reviewUnits(recipe: Recipe, broken: ReadonlySet<string>): Problem[] {
  return Object.entries(recipe.tables).flatMap(([name, table]) => {
    const context = reviewContext(recipe, name, broken);
    const readable = (paths: readonly FieldPath[]): boolean => !paths.some((path) => context.isBroken(path));
    return [
      ...Object.entries(table.fields).flatMap(([key, field]) => {
        const unit = fieldTypeOf(field.type);
        if (unit === undefined || !readable(needsOf(field))) return [];
        const at = pathAt('', name, 'fields', key);
        return [...unit.review(field, { ...context, at }), ...reviewMissing(field, at, context)];
      }),
      ...(table.constraints ?? []).flatMap((constraint, index) => {
        const unit = constraintTypeOf(constraint.type);
        if (unit === undefined || !readable(unit.fields(constraint))) return [];
        return [...unit.review(constraint, { ...context, at: pathAt('', name, 'constraints', index) })];
      }),
    ];
  });
}
