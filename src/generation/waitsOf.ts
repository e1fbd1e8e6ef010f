import type { FieldPath } from '../dataset/RowBatch';
import { fieldWaits } from '../recipe/fieldWaits';
import { headOf } from '../recipe/headOf';
import type { Table } from '../recipe/Recipe';
import type { Waits } from './orderFields';
import type { RecipeConstraint } from './Plan';

/** What each field of a table waits for: what it reads, and what the constraints would like to have first. */
export function waitsOf(table: Table, hard: readonly RecipeConstraint[]): Map<string, Waits> {
  return new Map(
    [...fieldWaits(table)].map(([field, must]) => [field, { must, may: mayWaitFor(field, hard, table) }]),
  );
}

/** The fields of the table that the paths begin with. */
export function ownHeads(table: Table, paths: readonly FieldPath[]): string[] {
  return [...new Set(paths.map(headOf))].filter((head) => Object.hasOwn(table.fields, head));
}

/** Fields that bounds and settling would like to have first. */
function mayWaitFor(field: string, hard: readonly RecipeConstraint[], table: Table): string[] {
  return hard
    .flatMap(({ unit, options }) => [
      ...(unit.bounds?.(options) ?? []).flatMap((bound) =>
        headOf(bound.field) === field && 'path' in bound.from ? [headOf(bound.from.path)] : [],
      ),
      ...(unit.settles?.(options).some((path) => headOf(path) === field) === true
        ? unit
            .fields(options)
            .map(headOf)
            .filter((other) => other !== field)
        : []),
    ])
    .filter((other) => Object.hasOwn(table.fields, other));
}
