import type { FieldPath } from '../dataset/RowBatch';
import { compileExpression } from '../expressions/compileExpression';
import { fieldTypeOf } from './fieldTypeOf';
import type { Field } from './Recipe';

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
