import { catalogue, type ProblemCode } from '../../problems/catalogue';
import { upper } from './sentences';

/** A reason without its values, for counts: "the text repeats itself" rather than one text's own numbers. */
export function reasonWords(code: ProblemCode): string {
  const text: string = catalogue[code].text;
  const first = text.split(/(?<=[.;:])\s/, 1)[0] ?? text;
  return upper(
    first
      .replace(/\s*[“"'`(]*\{\w+\}[”"'`)]*/g, ' …')
      .replace(/(?: …)+/g, ' …')
      .replace(/[.;:]$/, ''),
  ).trim();
}
