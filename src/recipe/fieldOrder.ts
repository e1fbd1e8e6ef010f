import type { FieldPath } from '../dataset/RowBatch';
import { compileExpression } from '../expressions/compileExpression';
import { fieldTypeOf } from './fieldTypeOf';
import { headOf } from './headOf';
import { inOrder } from './inOrder';
import type { Field, Recipe, Table } from './Recipe';

/** Names of a table's fields so that each comes after the fields it needs. */
export function fieldOrder(recipe: Recipe, table: string): string[] {
  const own = recipe.tables[table];
  return own === undefined ? [] : inOrder(fieldWaits(own));
}

/** Fields of the same table that each field needs. */
export function fieldWaits(table: Table): Map<string, string[]> {
  return new Map(
    Object.entries(table.fields).map(([name, field]) => [
      name,
      [...new Set(needsOf(field).map(headOf))].filter((head) => Object.hasOwn(table.fields, head)),
    ]),
  );
}

/** Paths a field reads: those of its own options and of its `missing.if`. */
export function needsOf(field: Field): readonly FieldPath[] {
  return [...(fieldTypeOf(field.type)?.needs(field) ?? []), ...missingNeeds(field)];
}

function missingNeeds(field: Field): readonly FieldPath[] {
  const condition = typeof field.missing === 'object' ? field.missing.if : undefined;
  if (condition === undefined) return [];
  const compiled = compileExpression(condition);
  return 'expression' in compiled ? compiled.expression.references : [];
}
