import { compileExpression } from '../../expressions/compileExpression';
import type { Problem } from '../../problems/Problem';
import type { ReviewContext } from '../FieldType';
import { reviewPath } from './reviewPath';

/** Empty when the CEL can be read and names only what is there. A field's whole, `patient`, may be named too. */
export function reviewExpression(
  source: string,
  at: string,
  context: Pick<ReviewContext, 'typeOf' | 'paths'>,
): Problem[] {
  const compiled = compileExpression(source);
  if ('problem' in compiled) return [{ ...compiled.problem, at }];
  return compiled.expression.references
    .filter((path) => !context.paths.some((other) => other.startsWith(`${path}.`)))
    .flatMap((path) => reviewPath(path, at, context));
}
