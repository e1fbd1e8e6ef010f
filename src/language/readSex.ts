import type { Fact } from '../fields/FieldType';

export type Sex = 'female' | 'male' | 'other';

/** A sex by the last word of its path or name: `patient.sex`, `client gender`. */
export function isSexFact({ path, name }: Pick<Fact, 'path' | 'name'>): boolean {
  return /(?:^|[._ ])(?:sex|gender)$/iu.test(path) || /(?:^| )(?:sex|gender)$/iu.test(name);
}

export function readSex(value: string): Sex {
  const word = value.trim().toLowerCase();
  if (/^(?:f|female|woman|girl)$/.test(word)) return 'female';
  return /^(?:m|male|man|boy)$/.test(word) ? 'male' : 'other';
}
