import { problem, type Problem } from '../../problems/Problem';

/** Empty when `read` can make sense of the text. `form` is the way to write it: `2025-03-04`. */
export function reviewMoment(
  text: string,
  at: string,
  read: (text: string) => number | undefined,
  form: string,
): Problem[] {
  return read(text) === undefined ? [problem('fields.noSuchMoment', at, { text, form })] : [];
}
