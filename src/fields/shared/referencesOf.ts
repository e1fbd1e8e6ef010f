import type { FieldPath } from '../../dataset/RowBatch';
import { compileExpression } from '../../expressions/compileExpression';

/** Paths that the expressions read; an expression that cannot be read names none (`review` says so). */
export function referencesOf(sources: readonly string[]): FieldPath[] {
  return sources.flatMap((source) => {
    const compiled = compileExpression(source);
    return 'expression' in compiled ? compiled.expression.references : [];
  });
}
