import { wordsIn } from './wordsIn';

const STOP_WORDS = new Set(
  (
    'a an the of and or with in on at to for by from as is are was were be been being has have had do does did ' +
    'it its this that these those which who whom into onto over under after before during than then'
  ).split(' '),
);

/** The words that carry meaning, in the form `sameStem` compares: plural and possessive endings taken off. */
export function contentWords(text: string): string[] {
  return wordsIn(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);
}

/** `allergies` and `allergy`, `boxes` and `box`, `patient's` and `patient` share a stem. */
export function stem(word: string): string {
  const plain = word.replace(/'s?$/u, '').replace(/'s$/u, '');
  if (plain.length > 4 && plain.endsWith('ies')) return `${plain.slice(0, -3)}y`;
  if (plain.length > 4 && /(?:s|x|z|ch|sh)es$/u.test(plain)) return plain.slice(0, -2);
  if (plain.length > 3 && /[^su]s$/u.test(plain)) return plain.slice(0, -1);
  return plain;
}

/** Stems of a text, with hyphenated words also in one piece: `follow-up` holds `follow`, `up` and `followup`. */
export function stemsIn(text: string): Set<string> {
  const joined = (text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? []).map((word) =>
    word.replaceAll('-', ''),
  );
  return new Set([...wordsIn(text), ...joined].map(stem));
}
