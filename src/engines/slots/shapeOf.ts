import type { Fact } from '../../fields/FieldType';
import { isPlural } from '../../language/isPlural';
import { readAbsence } from '../../language/readAbsence';
import { readAnswer } from '../../language/readAnswer';
import { isSexFact, readSex } from '../../language/readSex';

/**
 * All that the writer learns of a value: what sort it is, so that the words round it fit. In the order of their marks;
 * the last seven are told in words, and mean what they say.
 */
export const shapes = [
  'number',
  'small',
  'measure',
  'date',
  'time',
  'name',
  'phrase',
  'plural',
  'long',
  'yes',
  'no',
  'female',
  'male',
  'other',
  'none',
  'unknown',
] as const;
export type Shape = (typeof shapes)[number];

const mostSmall = 15;
const mostWords = 6;
const date =
  /^(?:\d{1,2} \p{L}+ \d{4}|\p{L}{3,9} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d|\d{1,2}\/\d{1,2}\/\d{2,4})(?!\d)/u;
const time = /^\d{1,2}:\d\d/;
const number = /^[-+]?[\d.,/:–-]*\d$/;
const measure = /^(?:[-+]?\p{Sc}?\d|[A-Z]{3} \d)/u;

/** A fact that is told in words and never spelled: a sex, a yes or no, or that there is nothing. */
export function meaningInWords(fact: Fact): Shape | undefined {
  if (isSexFact(fact)) return readSex(fact.value);
  return readAnswer(fact) ?? readAbsence(fact.value);
}

/** The sort of a value that is spelled; `value` is clean. */
export function shapeOf(value: string, type: Fact['type']): Shape {
  if (type === 'date' || type === 'datetime' || date.test(value)) return 'date';
  if (type === 'time' || time.test(value)) return 'time';
  if (number.test(value)) return /^\d+$/.test(value) && Number(value) <= mostSmall ? 'small' : 'number';
  if (value.split(' ').length > mostWords) return 'long';
  if (measure.test(value)) return 'measure';
  if (/^\p{Lu}/u.test(value)) return 'name';
  return isPlural(value) ? 'plural' : 'phrase';
}
