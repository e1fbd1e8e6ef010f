import * as v from 'valibot';
import { constraintTypes } from '../constraints/constraintTypes';
import { fieldTypes } from '../fields/fieldTypes';
import { described } from '../fields/shared/described';
import { defaultToday } from './defaultToday';

export const mostRows = 1_000_000;
export const mostFields = 1000;

const label = described(
  v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  'What people call it, in any script; the header on export.',
);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const condition = v.pipe(v.string(), v.minLength(1));

/** Options that every field may have beside those of its type. */
const commonEntries = {
  label: v.exactOptional(label),
  missing: v.exactOptional(
    described(
      v.union([share, v.strictObject({ share: v.exactOptional(share), if: v.exactOptional(condition) })]),
      'Which cells stay empty: a share of the records, those for which `if` (CEL) holds, or that share of those.',
    ),
  ),
} satisfies v.ObjectEntries;

export const headEntries = {
  $schema: v.exactOptional(v.string()),
  cloister: described(v.literal(1), 'Version of the recipe format.'),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  description: v.exactOptional(v.string()),
  seed: described(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
    'Where chance begins: the same recipe and seed give the same records.',
  ),
  today: v.optional(
    described(v.pipe(v.string(), v.isoDate()), 'The date that `today` means in expressions and ages.'),
    defaultToday,
  ),
} satisfies v.ObjectEntries;

export const tableEntries = {
  label: v.exactOptional(label),
  rows: v.exactOptional(
    described(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostRows)),
      'How many records; left out where a reference says how many each parent has.',
    ),
  ),
} satisfies v.ObjectEntries;

/** All that a field of this type may say. */
export function fieldEntries(type: keyof typeof fieldTypes): v.ObjectEntries {
  return { type: v.literal(type), ...commonEntries, ...fieldTypes[type].entries };
}

export function constraintEntries(type: keyof typeof constraintTypes): v.ObjectEntries {
  const name = v.literal(type);
  return {
    type: type === 'rule' ? v.optional(name, type) : name,
    hard: v.optional(
      described(v.boolean(), 'Hard rules are never broken in what is stored; soft ones are counted.'),
      true,
    ),
    ...constraintTypes[type].entries,
  };
}

/** The whole document as one schema. `readRecipe` reads it piece by piece for the sake of its sentences. */
export function recipeSchema(): v.GenericSchema {
  const fields = Object.keys(fieldTypes) as (keyof typeof fieldTypes)[];
  const constraints = Object.keys(constraintTypes) as (keyof typeof constraintTypes)[];
  const name = v.pipe(v.string(), v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/));
  const field = v.union(fields.map((type) => v.strictObject(fieldEntries(type))));
  const constraint = v.union(constraints.map((type) => v.strictObject(constraintEntries(type))));
  const table = v.strictObject({
    ...tableEntries,
    fields: v.record(name, field),
    constraints: v.exactOptional(v.array(constraint)),
  });
  return v.strictObject({ ...headEntries, tables: v.record(name, table) });
}
