import * as v from 'valibot';
import { readPath } from '../dataset/readPath';
import { problem, type Problem } from '../problems/Problem';
import { compareCells } from './compareCells';
import type { Bound, ConstraintReviewContext, ConstraintType } from './ConstraintType';
import { orderKind } from './orderKind';
import type { OptionsOf } from './OptionsOf';
import { reviewFields } from './reviewFields';

const entries = {
  fields: v.pipe(
    v.array(v.string()),
    v.description('Fields from the smallest or earliest to the largest or latest.'),
  ),
  strict: v.exactOptional(
    v.pipe(v.boolean(), v.description('Whether equal values break it; false when absent.')),
  ),
};

type OrderOptions = OptionsOf<typeof entries>;

export const order: ConstraintType<OrderOptions> = {
  id: 'order',
  label: 'Order',
  summary: 'Fields come one after the other: admitted, treated, discharged.',
  entries,
  defaults: { fields: [] },
  controls: [
    {
      key: 'fields',
      label: 'Fields, first to last',
      help: 'Numbers, or dates and times.',
      control: { kind: 'fields' },
      main: true,
    },
    { key: 'strict', label: 'Never equal', control: { kind: 'toggle' } },
  ],
  scope: 'record',
  fields: ({ fields }) => fields,
  describe: ({ fields, strict }) => fields.join(strict === true ? ' < ' : ' ≤ '),
  // Every earlier field bounds every later one: a missing cell in between then leaves no gap.
  bounds: ({ fields, strict = false }) =>
    fields.flatMap((field, index) =>
      fields.slice(0, index).map<Bound>((path) => ({ field, side: 'min', strict, from: { path } })),
    ),
  holds({ fields, strict = false }, record) {
    const cells = fields.map((field) => readPath(record, field)).filter((cell) => cell !== null);
    return cells.every((cell, index) => {
      const difference = index === 0 ? undefined : compareCells(cell, cells[index - 1] ?? null);
      return difference === undefined || (strict ? difference > 0 : difference >= 0);
    });
  },
  review: reviewOrder,
};

function reviewOrder({ fields }: OrderOptions, context: ConstraintReviewContext): Problem[] {
  const at = `${context.at}.fields`;
  const found = reviewFields(fields, at, context, 2);
  if (found.length > 0) return found;
  const [first = ''] = fields;
  const firstType = context.typeOf(first) ?? 'text';
  const wrong = fields.flatMap((second, index) => {
    const secondType = context.typeOf(second) ?? 'text';
    const kind = orderKind(secondType);
    const place = `${at}[${index}]`;
    if (kind === undefined)
      return [problem('constraints.notOrdered', place, { path: second, type: secondType })];
    if (kind === orderKind(firstType)) return [];
    return [problem('constraints.differentTypes', place, { first, firstType, second, secondType })];
  });
  return wrong.length > 0 ? wrong : fields.flatMap((_, index) => reviewReach(fields, index, context));
}

/** A field that always lies above the end of a later one. */
function reviewReach(
  fields: readonly string[],
  index: number,
  { at, limitsOf }: ConstraintReviewContext,
): Problem[] {
  const second = fields[index] as string;
  const max = limitsOf(second)?.max;
  return fields.slice(0, index).flatMap((first) => {
    const min = limitsOf(first)?.min;
    if (min === undefined || max === undefined || !((compareCells(min, max) ?? 0) > 0)) return [];
    return [problem('constraints.neverInOrder', `${at}.fields[${index}]`, { first, second, min, max })];
  });
}
