import type { Fact, WritingTask } from '../fields/FieldType';

export type Sex = 'female' | 'male' | 'other';

/** Words that tell the sex of the person the text is about. Kin (“mother”, “husband”) are left out: they tell another's. */
export const sexWords: Readonly<Record<'female' | 'male', RegExp>> = {
  female: /\b(?:she|her|hers|herself|woman|female|lady|girl|ms|mrs|miss|madam)\b/giu,
  male: /\b(?:he|him|his|himself|man|male|gentleman|boy|mr|sir)\b/giu,
};

export function isSexFact(fact: Fact): boolean {
  return /(?:^|[._ ])(?:sex|gender)$/iu.test(fact.path) || /(?:^| )(?:sex|gender)$/iu.test(fact.name);
}

/** A person's name by the last part of its path: `patient.name`, `client_name`, `surname`. */
export function isNameFact(fact: Fact): boolean {
  return fact.type === 'text' && /(?:^|[._])(?:full_?|last_?|sur)?name$/iu.test(fact.path);
}

export function readSex(value: string): Sex {
  const word = value.trim().toLowerCase();
  if (/^(?:f|female|woman|girl)$/.test(word)) return 'female';
  return /^(?:m|male|man|boy)$/.test(word) ? 'male' : 'other';
}

/** The one sex that the facts state; undefined where they state none, or where two persons differ. */
export function sexOf(task: WritingTask): Sex | undefined {
  const stated = new Set(task.facts.filter(isSexFact).map((fact) => readSex(fact.value)));
  return stated.size === 1 ? [...stated][0] : undefined;
}
