import type { Fact, WritingTask } from '../fields/FieldType';
import { isSexFact, readSex, type Sex } from '../language/readSex';

/** Words that tell the sex of the person the text is about. Kin (“mother”, “husband”) are left out: they tell another's. */
export const sexWords: Readonly<Record<'female' | 'male', RegExp>> = {
  female: /\b(?:she|her|hers|herself|woman|female|lady|girl|ms|mrs|miss|madam)\b/giu,
  male: /\b(?:he|him|his|himself|man|male|gentleman|boy|mr|sir)\b/giu,
};

/** A person's name by the last part of its path: `patient.name`, `client_name`, `surname`. */
export function isNameFact(fact: Fact): boolean {
  return fact.type === 'text' && /(?:^|[._])(?:full_?|last_?|sur)?name$/iu.test(fact.path);
}

/** The one sex that the facts state; undefined where they state none, or where two persons differ. */
export function sexOf(task: WritingTask): Sex | undefined {
  const stated = new Set(task.facts.filter(isSexFact).map((fact) => readSex(fact.value)));
  return stated.size === 1 ? [...stated][0] : undefined;
}
