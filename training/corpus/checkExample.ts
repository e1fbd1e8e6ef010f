import { sexOf, type Fact, type Sex, type Task } from './fact';

const spelled =
  /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|thousand|first|second|third|half|dozen|twice|once)\b/gi;
const sexWords = {
  female: /\b(female|woman)\b|\bF\b/i,
  male: /\b(male|man)\b|\bM\b/i,
  other: /\bother\b/i,
} as const;

/** Whether the text holds the fact's value as it is written, and not merely as a part of another. */
export function isSaid(fact: Fact, sex: Sex | undefined, text: string): boolean {
  if (sex && (fact.source === 'sex' || fact.source === 'clientSex')) return sexWords[sex].test(text);
  const value = fact.value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}]|\\d[.,])${value}(?![\\p{L}\\p{N}]|[.,]\\d)`, 'iu').test(text);
}

/** Says why a text is not fit to learn from, or nothing. */
export function checkExample(task: Task, text: string): string | undefined {
  const given = task.facts.map((fact) => fact.value).join(' \n ');
  const count = text.split(/\s+/).length;
  if (count < task.minWords || count > task.maxWords) return 'length';
  if (
    !/^[\p{Lu}\p{N}][^\n\r\t]*\.$/u.test(text) ||
    (/\.\.|,,| ,| \.|,\.|;\.| {2}|[@{}[\]|^]|undefined/.test(
      text.replace(/@(?=example\.com)/g, '').replace(/@ (?=\d)/g, ''),
    ) &&
      !/[@{}[\]|^]| {2}|,,|\.\./.test(given))
  )
    return 'form';
  const numbers = new Set(given.match(/\d+/g));
  if ((text.match(/\d+/g) ?? []).some((number) => !numbers.has(number))) return 'number';
  if ((text.match(spelled) ?? []).some((word) => !given.toLowerCase().includes(word.toLowerCase())))
    return 'spelled number';
  const sex = sexOf(task.facts);
  for (const fact of task.facts) if (!isSaid(fact, sex, text)) return `missing ${fact.name}`;
  let spare = text;
  for (const fact of task.facts) spare = spare.split(fact.value).join(' ');
  if (sex !== 'female' && /\b(she|her|hers)\b/i.test(spare)) return 'pronoun';
  if (sex !== 'male' && /\b(he|him|his)\b/i.test(spare)) return 'pronoun';
  const sentences = text.split(/(?<=\.)\s+/);
  if (new Set(sentences).size < sentences.length) return 'repetition';
  return undefined;
}
