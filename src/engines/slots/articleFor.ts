/** Letters whose names begin with a vowel: an F, an X-ray, an MRI. */
const VOWEL_LETTERS = 'AEFHILMNORSX';
/** Spoken as words, or by their first letter, against the rules below. */
const SPOKEN: ReadonlyMap<string, 'a' | 'an'> = new Map([
  ['STEMI', 'a'],
  ['NSTEMI', 'an'],
  ['NSAID', 'an'],
  ['NSAIDS', 'an'],
  ['HBA1C', 'an'],
  ['FBI', 'an'],
  ['USA', 'a'],
]);
const SILENT_H = /^(?:hour|honest|honou?r|heir)/;
const SPOKEN_YOU =
  /^(?:eu|ewe|u[bcfhjkqrst][aeiou]|ulys|una[nl]i?m|uni(?!n|m|de|ss|r)|ute|(?:one|once)(?![a-z]))/;

/** The indefinite article that a value asks for by its first sound; undefined where no rule says. */
export function articleFor(value: string): 'a' | 'an' | undefined {
  const start = value.replace(/^["'“‘«([{$£€¥#~]+/u, '');
  const number = /^\d[\d,]*/.exec(start)?.[0];
  if (number !== undefined) return beforeNumber(number);
  const word = /^[\p{L}\p{M}\p{N}]+/u.exec(start)?.[0];
  return word === undefined ? undefined : beforeWord(word.normalize('NFD').replace(/\p{M}/gu, ''));
}

/** Eight, eleven and eighteen begin with a vowel, also as eighteen thousand or the year 1854. */
function beforeNumber(number: string): 'a' | 'an' {
  if (number.startsWith('8')) return 'an';
  const digits = number.replaceAll(',', '');
  const leading = number.includes(',') ? (number.split(',')[0] ?? '') : digits;
  const asPair =
    leading.length === 2 || (!number.includes(',') && (digits.length === 4 || digits.length === 5));
  return asPair && /^1[18]/.test(leading) ? 'an' : 'a';
}

function beforeWord(word: string): 'a' | 'an' | undefined {
  if (!/^[a-z]/i.test(word)) return undefined;
  const spoken = SPOKEN.get(word.toUpperCase());
  if (spoken !== undefined) return spoken;
  if (isSpelled(word)) return VOWEL_LETTERS.includes(word.charAt(0).toUpperCase()) ? 'an' : 'a';
  const lower = word.toLowerCase();
  if (SILENT_H.test(lower)) return 'an';
  return /^[aeiou]/.test(lower) && !SPOKEN_YOU.test(lower) ? 'an' : 'a';
}

/** Said letter by letter: a single one (x-ray), one with digits (L4), mRNA, and capitals that make no word. */
function isSpelled(word: string): boolean {
  if (word.length === 1 || /^[a-z]?\d/i.test(word) || /^[a-z][A-Z]/.test(word)) return true;
  if (!/^[A-Z]{2,}s?$/.test(word)) return /^[A-Z]{2,}\d/.test(word);
  return word.length < 4 || (word.length < 6 && !/^.[AEIOUY]/.test(word) && !/^[AEIOU]/.test(word));
}
