import { catalogue, type ProblemCode } from './catalogue';

/**
 * What a problem says first, without its values, for counts: "the number “84” is not among the facts" is "a number is
 * not among the facts" here.
 */
export function withoutValues(code: ProblemCode): string {
  const [first = ''] = catalogue[code].text.split(/(?<=\.)\s/, 1);
  return first
    .replace(/\bthe words [“"]\{\w+\}[”"]/g, 'the same words')
    .replace(
      /\bthe (\w+) [“"`]\{\w+\}[”"`]/g,
      (_, noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`,
    )
    .replace(/[“"`]?\{\w+\}[”"`]?/g, '…')
    .replace(/\.$/, '');
}
