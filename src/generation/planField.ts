import type { Bound } from '../constraints/ConstraintType';
import { compileExpression } from '../expressions/compileExpression';
import { streamFor } from '../random/streamFor';
import { columnsOf } from '../recipe/columnsOf';
import { headOf } from '../recipe/headOf';
import type { Field, Recipe } from '../recipe/Recipe';
import type { PlannedConstraint, PlannedField, RedrawGroup } from './Plan';
import { unitOf } from './unitOf';

export interface FieldPlacing {
  readonly attempts: RedrawGroup | undefined;
  readonly bounds: readonly Bound[];
  readonly settles: readonly PlannedConstraint[];
  readonly parents: PlannedField['parents'];
}

export function planField(
  recipe: Recipe,
  table: string,
  name: string,
  options: Field,
  placing: FieldPlacing,
): PlannedField {
  const unit = unitOf(options);
  const { attempts, ...rest } = placing;
  const attempt = (row: number): number => attempts?.trial.get(row) ?? attempts?.pinned.get(row) ?? 0;
  const stream = streamFor(recipe.seed, table, name, attempts === undefined ? {} : { attempt });
  const missing = typeof options.missing === 'number' ? { share: options.missing } : options.missing;
  return {
    name,
    unit,
    options,
    columns: columnsOf(recipe, table)
      .filter(({ path }) => headOf(path) === name)
      .map(({ path, type }) => ({ path, part: path.slice(name.length + 1), type })),
    stream,
    missing:
      missing === undefined || missing.share === 0
        ? null
        : {
            share: missing.share ?? 1,
            if: missing.if === undefined ? null : expressionOf(missing.if),
            stream: stream.part('missing'),
          },
    ...rest,
  };
}

function expressionOf(source: string) {
  const compiled = compileExpression(source);
  return 'expression' in compiled ? compiled.expression : null;
}
