import * as v from 'valibot';
import type { FieldPath, RecordView } from '../dataset/RowBatch';
import { readPath } from '../dataset/readPath';
import { problem, type Problem } from '../problems/Problem';
import type { ConstraintReviewContext, ConstraintType } from './ConstraintType';
import { decimalSum } from './decimalSum';
import type { OptionsOf } from './OptionsOf';
import { reviewField, reviewFields } from './reviewFields';

const entries = {
  fields: v.pipe(v.array(v.string()), v.description('The parts.')),
  equals: v.pipe(
    v.union([v.string(), v.number()]),
    v.description('The total: a field, or a number. A number is met by the last part, which takes the rest.'),
  ),
  tolerance: v.exactOptional(v.pipe(v.number(), v.description('How far off it may be; 0 when absent.'))),
};

type SumOptions = OptionsOf<typeof entries>;

export const sum: ConstraintType<SumOptions> = {
  id: 'sum',
  label: 'Sum',
  summary: 'Parts add up to a total.',
  entries,
  defaults: { fields: [], equals: 100 },
  controls: [
    { key: 'fields', label: 'Parts', control: { kind: 'fields' }, main: true },
    {
      key: 'equals',
      label: 'Total',
      help: 'A field is filled with the sum; a number makes the last part take the rest.',
      control: { kind: 'text' },
      main: true,
    },
    { key: 'tolerance', label: 'May be off by', control: { kind: 'number' } },
  ],
  scope: 'record',
  fields: ({ fields, equals }) => (typeof equals === 'string' ? [...fields, equals] : fields),
  describe: ({ fields, equals }) => `${fields.join(' + ')} = ${equals}`,
  settles: ({ fields, equals }) => (typeof equals === 'string' ? [equals] : fields.slice(-1)),
  settle({ fields, equals }, record) {
    const target = typeof equals === 'string' ? equals : fields.at(-1);
    const parts = numbersOf(typeof equals === 'string' ? fields : fields.slice(0, -1), record);
    if (target === undefined || parts === undefined) return undefined;
    return {
      [target]: typeof equals === 'string' ? decimalSum(parts) : decimalSum([equals, ...parts.map(negative)]),
    };
  },
  holds({ fields, equals, tolerance = 0 }, record) {
    const total = typeof equals === 'string' ? readPath(record, equals) : equals;
    const parts = numbersOf(fields, record);
    if (parts === undefined || typeof total !== 'number') return true;
    return Math.abs(decimalSum([...parts, negative(total)])) <= tolerance;
  },
  review: reviewSum,
};

/** Undefined where one is missing or no number. */
function numbersOf(fields: readonly FieldPath[], record: RecordView): number[] | undefined {
  const cells = fields.map((field) => readPath(record, field));
  return cells.every((cell) => typeof cell === 'number') ? cells : undefined;
}

function negative(value: number): number {
  return -value;
}

function reviewSum(
  { fields, equals, tolerance = 0 }: SumOptions,
  context: ConstraintReviewContext,
): Problem[] {
  const { at } = context;
  const found = reviewFields(fields, `${at}.fields`, context, 2);
  if (tolerance < 0) found.push(problem('constraints.toleranceNegative', `${at}.tolerance`, { tolerance }));
  if (typeof equals === 'string') {
    found.push(...reviewField(equals, `${at}.equals`, context));
    if (fields.includes(equals))
      found.push(problem('constraints.sumOfItself', `${at}.equals`, { path: equals }));
  }
  const summed = fields.map((path, index) => ({ path, place: `${at}.fields[${index}]` }));
  if (typeof equals === 'string') summed.push({ path: equals, place: `${at}.equals` });
  for (const { path, place } of summed) {
    const type = context.typeOf(path);
    if (type === undefined || type === 'number' || type === 'integer') continue;
    found.push(problem('constraints.notANumber', place, { path, type }));
  }
  return found;
}
