import { catalogue, type ProblemCode } from '../../problems/catalogue';
import { upper } from './sentences';

/** A reason without its values, for counts: "the number “84” is not among the facts" is "A number is not …" here. */
export function reasonWords(code: ProblemCode): string {
  const [first = ''] = catalogue[code].text.split(/(?<=\.)\s/, 1);
  return upper(
    first
      .replace(/\bthe words [“"]\{\w+\}[”"]/g, 'the same words')
      .replace(
        /\bthe (\w+) [“"`]\{\w+\}[”"`]/g,
        (_, noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`,
      )
      .replace(/[“"`]?\{\w+\}[”"`]?/g, '…')
      .replace(/\.$/, ''),
  );
}
