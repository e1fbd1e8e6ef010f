import type { Bound } from '../constraints/ConstraintType';
import { headOf } from '../recipe/headOf';
import type { Table } from '../recipe/Recipe';
import type { PlannedConstraint } from './Plan';
import { unitOf } from './unitOf';

/** Bounds of constraints that this field's draw is to obey: those whose other side is there by then. */
export function boundsOn(
  field: string,
  rules: readonly PlannedConstraint[],
  kept: ReadonlySet<string>,
  order: readonly string[],
): Bound[] {
  return rules.flatMap(({ unit, options }) =>
    (unit.bounds?.(options) ?? []).filter(
      (bound) =>
        bound.field === field &&
        ('value' in bound.from ||
          kept.has(`${field}>${headOf(bound.from.path)}`) ||
          order.indexOf(headOf(bound.from.path)) < order.indexOf(field)),
    ),
  );
}

/** A rule settles once the last of its fields is drawn. */
export function settlesAt(
  { unit, options }: PlannedConstraint,
  field: string,
  order: readonly string[],
): boolean {
  if (unit.settle === undefined) return false;
  const positions = unit.fields(options).map((path) => order.indexOf(headOf(path)));
  return order.indexOf(field) === Math.max(...positions);
}

/** Whether a unique rule names a field that never repeats anyway. */
export function keptByConstruction(rule: PlannedConstraint, table: Table): boolean {
  return rule.unit.fields(rule.options).some((path) => {
    const options = table.fields[path];
    return (
      options !== undefined && options.missing === undefined && unitOf(options).distinct?.(options) === true
    );
  });
}
