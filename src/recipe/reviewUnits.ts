import type { FieldPath } from '../dataset/RowBatch';
import type { Problem } from '../problems/Problem';
import { constraintTypeOf } from './constraintTypeOf';
import { needsOf } from './needsOf';
import { fieldTypeOf } from './fieldTypeOf';
import { pathAt } from './pathAt';
import type { Field, Recipe } from './Recipe';
import { reviewContext, type TableContext } from './reviewContext';
import { reviewMissing } from './reviewMissing';

/** What the fields and constraints say about their own options, the paths they name among them. */
export function reviewUnits(recipe: Recipe, broken: ReadonlySet<string>): Problem[] {
  return Object.entries(recipe.tables).flatMap(([name, table]) => {
    const context = reviewContext(recipe, name, broken);
    return [
      ...Object.entries(table.fields).flatMap(([key, field]) => {
        const at = pathAt('', name, 'fields', key);
        const found = fieldTypeOf(field.type)?.review(field, { ...context, at }) ?? [];
        return fair([...found, ...reviewMissing(field, at, context)], pathsIn(field), context);
      }),
      ...(table.constraints ?? []).flatMap((constraint, index) => {
        const unit = constraintTypeOf(constraint.type);
        const at = pathAt('', name, 'constraints', index);
        return unit === undefined
          ? []
          : fair(unit.review(constraint, { ...context, at }), unit.fields(constraint), context);
      }),
    ];
  });
}

function pathsIn(field: Field): FieldPath[] {
  const to = field['to'];
  return [...needsOf(field), ...(typeof to === 'string' ? [to] : [])];
}

/** Beside something that could not be read, only the names that lead nowhere for certain are worth saying. */
function fair(found: readonly Problem[], paths: readonly FieldPath[], context: TableContext): Problem[] {
  if (!paths.some((path) => context.isBroken(path))) return [...found];
  return found.filter(
    ({ code, values }) => code === 'fields.unknownField' && !context.isBroken(String(values['path'])),
  );
}
