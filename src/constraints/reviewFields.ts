import type { FieldPath } from '../dataset/RowBatch';
import { suggestion } from '../problems/didYouMean';
import { problem, type Problem } from '../problems/Problem';
import type { ConstraintReviewContext } from './ConstraintType';

type Paths = Pick<ConstraintReviewContext, 'typeOf' | 'paths'>;

export function reviewField(path: FieldPath, at: string, { typeOf, paths }: Paths): Problem[] {
  if (typeOf(path) !== undefined) return [];
  if (path === '') return [problem('fields.fieldNeeded', at)];
  const hint = suggestion(path, paths) || '. Add it, or name another.';
  return [problem('fields.unknownField', at, { path, hint })];
}

/** Each exists, none is there twice, and there are at least so many. */
export function reviewFields(
  fields: readonly FieldPath[],
  at: string,
  context: Paths,
  least: number,
): Problem[] {
  if (fields.length < least) {
    return [problem('constraints.tooFewFields', at, { least, count: fields.length })];
  }
  return fields.flatMap((path, index) =>
    fields.indexOf(path) < index
      ? [problem('constraints.fieldTwice', `${at}[${index}]`, { path })]
      : reviewField(path, `${at}[${index}]`, context),
  );
}
