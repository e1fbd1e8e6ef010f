import * as v from 'valibot';
import { readPath } from '../dataset/readPath';
import { problem, type Problem } from '../problems/Problem';
import type { ConstraintReviewContext, ConstraintType } from './ConstraintType';
import type { OptionsOf } from './OptionsOf';
import { reviewFields } from './reviewFields';

const entries = {
  fields: v.pipe(v.array(v.string()), v.description('Fields whose values together occur once in the table.')),
};

type UniqueOptions = OptionsOf<typeof entries>;

export const unique: ConstraintType<UniqueOptions> = {
  id: 'unique',
  label: 'Unique',
  summary: 'No two records have the same values in these fields.',
  entries,
  defaults: { fields: [] },
  controls: [
    {
      key: 'fields',
      label: 'Fields',
      help: 'Several fields are unique together. Records where one is missing are left out.',
      control: { kind: 'fields' },
      main: true,
    },
  ],
  scope: 'table',
  fields: ({ fields }) => fields,
  describe: ({ fields }) =>
    fields.length === 1 ? `${fields[0]} is unique` : `${fields.join(' + ')} are unique together`,
  key({ fields }, record) {
    const cells = fields.map((field) => readPath(record, field));
    return cells.includes(null) ? undefined : JSON.stringify(cells);
  },
  review: reviewUnique,
};

function reviewUnique({ fields }: UniqueOptions, context: ConstraintReviewContext): Problem[] {
  const { at, rowCount } = context;
  const found = reviewFields(fields, `${at}.fields`, context, 1);
  if (found.length > 0) return found;
  const values = fields.reduce((product, path) => product * (context.varietyOf(path) ?? Infinity), 1);
  return values < rowCount
    ? [problem('constraints.tooFewValues', `${at}.fields`, { values, rows: rowCount })]
    : [];
}
