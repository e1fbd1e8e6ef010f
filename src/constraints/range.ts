import * as v from 'valibot';
import type { ColumnType } from '../dataset/RowBatch';
import { readPath } from '../dataset/readPath';
import { problem, type Problem } from '../problems/Problem';
import { compareCells } from './compareCells';
import type { Bound, ConstraintReviewContext, ConstraintType } from './ConstraintType';
import { orderKind } from './orderKind';
import type { OptionsOf } from './OptionsOf';
import { reviewField } from './reviewFields';

const limit = v.union([v.number(), v.string()]);

const entries = {
  field: v.pipe(v.string(), v.description('A number, date, datetime or time.')),
  min: v.exactOptional(v.pipe(limit, v.description('Smallest value allowed.'))),
  max: v.exactOptional(v.pipe(limit, v.description('Largest value allowed.'))),
};

type RangeOptions = OptionsOf<typeof entries>;

const forms: Readonly<Record<'number' | 'day' | 'time', { form: string; pattern: RegExp }>> = {
  number: { form: '42', pattern: /^$/ },
  day: { form: '2025-03-04', pattern: /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/ },
  time: { form: '14:05', pattern: /^\d\d:\d\d(:\d\d)?$/ },
};

export const range: ConstraintType<RangeOptions> = {
  id: 'range',
  label: 'Range',
  summary: 'A field stays between a smallest and a largest value.',
  entries,
  defaults: { field: '', min: 0, max: 100 },
  controls: [
    { key: 'field', label: 'Field', control: { kind: 'field' }, main: true },
    { key: 'min', label: 'Smallest', control: { kind: 'text' }, main: true },
    { key: 'max', label: 'Largest', control: { kind: 'text' }, main: true },
  ],
  scope: 'record',
  fields: ({ field }) => [field],
  describe({ field, min, max }) {
    if (min === undefined) return `${field} is at most ${max}`;
    return max === undefined ? `${field} is at least ${min}` : `${field} is from ${min} to ${max}`;
  },
  bounds({ field, min, max }) {
    const bounds: Bound[] = [];
    if (min !== undefined) bounds.push({ field, side: 'min', strict: false, from: { value: min } });
    if (max !== undefined) bounds.push({ field, side: 'max', strict: false, from: { value: max } });
    return bounds;
  },
  holds({ field, min, max }, record) {
    const cell = readPath(record, field);
    return (
      (min === undefined || (compareCells(cell, min) ?? 0) >= 0) &&
      (max === undefined || (compareCells(cell, max) ?? 0) <= 0)
    );
  },
  review: reviewRange,
};

function reviewRange({ field, min, max }: RangeOptions, context: ConstraintReviewContext): Problem[] {
  const { at } = context;
  const found = reviewField(field, `${at}.field`, context);
  if (min === undefined && max === undefined) found.push(problem('constraints.noBounds', at));
  const type = context.typeOf(field);
  if (type === undefined || found.length > 0) return found;
  found.push(...reviewLimit(min, `${at}.min`, field, type), ...reviewLimit(max, `${at}.max`, field, type));
  if (found.length > 0) return found;
  const limits = context.limitsOf(field);
  if (isBelow(limits?.max, min) || isBelow(max, limits?.min)) {
    const values = { path: field, min: limits?.min ?? '-∞', max: limits?.max ?? '∞' };
    return [problem('constraints.outOfReach', at, values)];
  }
  if (min === undefined || max === undefined) return [];
  return (compareCells(min, max) ?? 0) > 0
    ? [problem('constraints.minAboveMax', `${at}.min`, { min, max })]
    : [];
}

function reviewLimit(
  bound: number | string | undefined,
  at: string,
  path: string,
  type: ColumnType,
): Problem[] {
  const kind = orderKind(type);
  if (kind === undefined) return [problem('constraints.notOrdered', at, { path, type })];
  if (bound === undefined) return [];
  const { form, pattern } = forms[kind];
  const fits =
    kind === 'number' ? typeof bound === 'number' : typeof bound === 'string' && pattern.test(bound);
  return fits ? [] : [problem('constraints.boundType', at, { bound, path, type, form })];
}

/** False where one of them is not there. */
function isBelow(a: number | string | undefined, b: number | string | undefined): boolean {
  return a !== undefined && b !== undefined && (compareCells(a, b) ?? 0) < 0;
}
