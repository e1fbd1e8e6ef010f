import type { FieldPath } from '../../dataset/RowBatch';
import { suggestion } from '../../problems/didYouMean';
import { problem, type Problem } from '../../problems/Problem';
import type { ReviewContext } from '../FieldType';

type Paths = Pick<ReviewContext, 'typeOf' | 'paths'>;

/** Empty when the path is one that this field may name. */
export function reviewPath(path: FieldPath, at: string, context: Paths): Problem[] {
  if (context.typeOf(path) !== undefined) return [];
  if (path === '') return [problem('fields.fieldNeeded', at)];
  const parts = context.paths.filter((other) => other.startsWith(`${path}.`));
  if (parts.length > 0) {
    const example = parts[0] ?? '';
    return [problem('fields.partNeeded', at, { path, example })];
  }
  const hint = suggestion(path, context.paths) || '. Add it, or name another.';
  return [problem('fields.unknownField', at, { path, hint })];
}
