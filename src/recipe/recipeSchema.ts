import * as v from 'valibot';
import { constraintTypes } from '../constraints/constraintTypes';
import { fieldTypes } from '../fields/fieldTypes';
import { defaultToday } from './defaultToday';

export const mostRows = 1_000_000;
export const mostFields = 1000;

const label = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const condition = v.pipe(v.string(), v.minLength(1));

/** Options that every field may have beside those of its type. */
const commonEntries = {
  label: v.exactOptional(label),
  missing: v.exactOptional(
    v.union([share, v.strictObject({ share: v.exactOptional(share), if: v.exactOptional(condition) })]),
  ),
} satisfies v.ObjectEntries;

export const headEntries = {
  $schema: v.exactOptional(v.string()),
  cloister: v.literal(1),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  description: v.exactOptional(v.string()),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
  today: v.optional(v.pipe(v.string(), v.isoDate()), defaultToday),
} satisfies v.ObjectEntries;

export const tableEntries = {
  label: v.exactOptional(label),
  rows: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostRows))),
} satisfies v.ObjectEntries;

/** All that a field of this type may say. */
export function fieldEntries(type: keyof typeof fieldTypes): v.ObjectEntries {
  return { type: v.literal(type), ...commonEntries, ...fieldTypes[type].entries };
}

export function constraintEntries(type: keyof typeof constraintTypes): v.ObjectEntries {
  const name = v.literal(type);
  return {
    type: type === 'rule' ? v.optional(name, type) : name,
    hard: v.optional(v.boolean(), true),
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
