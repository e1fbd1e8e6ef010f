import type { ProblemCode } from '../../problems/catalogue';
import { withoutValues } from '../../problems/withoutValues';
import { upper } from './sentences';

/** A reason without its values, for counts: "the number “84” is not among the facts" is "A number is not …" here. */
export function reasonWords(code: ProblemCode): string {
  return upper(withoutValues(code));
}
