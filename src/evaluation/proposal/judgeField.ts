import type { ProblemCode } from '../../problems/catalogue';
import { problem, type Problem } from '../../problems/Problem';
import { withoutValues } from '../../problems/withoutValues';
import type { RehearsedField } from '../rehearsal/Rehearsal';

/** Of the first tries. More is time wasted, and texts that barely pass. */
const mostRejected = 1 / 3;
/** Of the cells: those that no attempt could get past the checks. */
const mostMarked = 0.1;

type Rejection =
  'writer.rejectsFacts' | 'writer.rejectsLength' | 'writer.rejectsCopies' | 'writer.rejectsForm';

/** What helps, by what is wrong; anything else is a matter of form. */
const rejections: Partial<Record<ProblemCode, Rejection>> = {
  'check.strangeNumber': 'writer.rejectsFacts',
  'check.strangeDate': 'writer.rejectsFacts',
  'check.factMissing': 'writer.rejectsFacts',
  'check.pronoun': 'writer.rejectsFacts',
  'check.tooShort': 'writer.rejectsLength',
  'check.tooLong': 'writer.rejectsLength',
  'check.nearCopy': 'writer.rejectsCopies',
};

/** Says so where a field is too hard for a writer. */
export function judgeField({ label, cells, passedFirst, marked, reason }: RehearsedField): Problem[] {
  const rejected = cells - passedFirst;
  if (reason === null || (rejected <= cells * mostRejected && marked <= cells * mostMarked)) return [];
  const share = rejected === cells ? 'all' : `${Math.round((100 * rejected) / cells)}%`;
  const values = { share, field: label, reason: withoutValues(reason.code) };
  return [problem(rejections[reason.code] ?? 'writer.rejectsForm', '', values)];
}
