import { boolean } from './boolean/boolean';
import { category } from './category/category';
import { constant } from './constant/constant';
import { date } from './date/date';
import { datetime } from './datetime/datetime';
import { derived } from './derived/derived';
import { duration } from './duration/duration';
import type { FieldType } from './FieldType';
import { id } from './id/id';
import { integer } from './integer/integer';
import { label } from './label/label';
import { number } from './number/number';
import { pattern } from './pattern/pattern';
import { person } from './person/person';
import { reference } from './reference/reference';
import { text } from './text/text';
import { time } from './time/time';

/** Every field type, in the order menus show them. Ids, the recipe's format and the contract tests come from here. */
export const fieldTypes = {
  category,
  number,
  integer,
  boolean,
  date,
  datetime,
  time,
  duration,
  person,
  id,
  pattern,
  reference,
  constant,
  derived,
  text,
  label,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each unit has options of its own type
} as const satisfies Record<string, FieldType<any>>;

export type FieldTypeId = keyof typeof fieldTypes;
