import * as v from 'valibot';
import { problem, type Problem } from '../problems/Problem';
import type { ConstraintReviewContext, ConstraintType } from './ConstraintType';
import type { OptionsOf } from './OptionsOf';
import { reviewField } from './reviewFields';

const entries = {
  field: v.pipe(v.string(), v.description('A field of type reference.')),
  to: v.pipe(v.string(), v.description('The key it must be found among: table.field.')),
};

type ForeignKeyOptions = OptionsOf<typeof entries>;

/**
 * Says that every cell of a field is a key of another table. A `reference` field takes its cells from there and
 * nowhere else, so the rule holds by construction, and `review` refuses it on any other field: a rule that
 * one record alone cannot check is a promise only its making can keep.
 */
export const foreignKey: ConstraintType<ForeignKeyOptions> = {
  id: 'foreignKey',
  label: 'Foreign key',
  summary: 'Every value is a key of another table.',
  entries,
  defaults: { field: '', to: '' },
  controls: [
    { key: 'field', label: 'Field', control: { kind: 'field' }, main: true },
    { key: 'to', label: 'Refers to', control: { kind: 'reference' }, main: true },
  ],
  scope: 'record',
  fields: ({ field }) => [field],
  describe: ({ field, to }) => `${field} is a key of ${to}`,
  holds: () => true,
  review: reviewForeignKey,
};

function reviewForeignKey({ field, to }: ForeignKeyOptions, context: ConstraintReviewContext): Problem[] {
  const found = reviewField(field, `${context.at}.field`, context);
  if (found.length > 0 || context.referenceOf(field) === to) return found;
  return [problem('constraints.notAReference', `${context.at}.field`, { field, to })];
}
