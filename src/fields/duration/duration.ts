import * as v from 'valibot';
import type { Cell } from '../../dataset/RowBatch';
import { readPath } from '../../dataset/readPath';
import { problem, type Problem } from '../../problems/Problem';
import { dateOf, datetimeOf, momentOf } from '../shared/calendar';
import { described } from '../shared/described';
import { earliest, latest } from '../shared/drawMoments';
import { numericControls, numericEntries, numericParameters } from '../shared/numericEntries';
import { numericSampler, type NumericSampler } from '../shared/numericSampler';
import { onePerOptions } from '../shared/onePerOptions';
import type { OptionsOf } from '../shared/OptionsOf';
import { reviewDecimals } from '../shared/reviewDecimals';
import { reviewNumeric } from '../shared/reviewNumeric';
import { reviewPath } from '../shared/reviewPath';
import { branchChooser, branchesOf, needsOfWhen, reviewWhen, whenEntry } from '../shared/when';
import type { FieldType, ReviewContext, RowBounds } from '../FieldType';
import { offset, roughAmount, units } from './offset';

const entries = {
  from: described(v.string(), 'The date or datetime field that it counts from.'),
  unit: described(v.picklist(units), 'What is counted.'),
  direction: v.exactOptional(described(v.picklist(['after', 'before']), 'after when absent.')),
  as: v.exactOptional(
    described(
      v.picklist(['date', 'datetime']),
      'What the cell is; a datetime for minutes and hours, else a date, when absent.',
    ),
  ),
  decimals: v.exactOptional(described(v.number(), 'Digits after the point of the amount; 0 when absent.')),
  ...numericEntries,
  when: whenEntry(numericEntries),
};

type DurationOptions = OptionsOf<typeof entries>;

/** A cell has whole seconds: finer amounts would only make them repeat. */
const mostDecimals = 3;

/** A date or datetime that lies a drawn amount of time after, or before, another one. */
export const duration: FieldType<DurationOptions> = {
  id: 'duration',
  label: 'Time after',
  summary: 'A date or time that lies some time after, or before, another one.',
  origin: 'sampled',
  entries,
  defaults: { from: '', unit: 'days', min: 1, max: 14 },
  controls: [
    { key: 'from', label: 'Counted from', control: { kind: 'field' }, main: true },
    { key: 'unit', label: 'Unit', control: { kind: 'choice', choices: units }, main: true },
    { key: 'direction', label: 'Direction', control: { kind: 'choice', choices: ['after', 'before'] } },
    { key: 'as', label: 'Made as', control: { kind: 'choice', choices: ['date', 'datetime'] } },
    ...numericControls(),
    { key: 'decimals', label: 'Decimals of the amount', control: { kind: 'integer' } },
    {
      key: 'when',
      label: 'Depends on',
      control: { kind: 'conditions', replaces: ['distribution', 'min', 'max', ...numericParameters] },
    },
  ],
  columns: (options) => [{ part: '', type: typeOf(options) }],
  needs: (options) => [...new Set([options.from, ...needsOfWhen(options)])],
  review: reviewDuration,
  bounded: true,
  draw(options, context) {
    const { rows, stream } = context;
    const samplers = prepared(options);
    const branchOf = branchChooser(options, context);
    const wholeDays = typeOf(options) === 'date';
    const sign = options.direction === 'before' ? -1 : 1;
    const cells = new Array<Cell>(rows.length).fill(null);
    for (let index = 0; index < rows.length; index++) {
      const base = readPath(context.record(index), options.from);
      const from = typeof base === 'string' ? momentOf(base) : undefined;
      if (from === undefined) continue;
      const sampler = samplers[branchOf === undefined ? 0 : branchOf(index)] as NumericSampler;
      const cursor = stream.at(rows[index] as number);
      const bounds = context.bounds(index);
      let amount: number;
      if (bounds === undefined) {
        amount = sampler.draw(cursor);
      } else {
        const momentAt = (units: number) => offset(from, sign * sampler.grid.valueAt(units), options.unit);
        const rough = (moment: number) =>
          sign * roughAmount(from, moment, options.unit) * sampler.grid.perOne;
        const [low, high] = boundedAmounts(sampler, bounds, wholeDays, sign, rough, momentAt);
        amount = sampler.drawWithin(cursor, low, high);
      }
      const moment = offset(from, sign * sampler.grid.valueAt(amount), options.unit);
      cells[index] = (wholeDays ? dateOf(Math.floor(moment / 86_400)) : datetimeOf(moment)) ?? null;
    }
    return [cells];
  },
};

const prepared = onePerOptions((options: DurationOptions) =>
  branchesOf(options).map((branch) => numericSampler(branch, options.decimals ?? 0)),
);

/** Grid units of the amounts whose moments lie within the bounds; the end nearest to them where there are none. */
function boundedAmounts(
  { low, high }: NumericSampler,
  bounds: RowBounds,
  wholeDays: boolean,
  sign: number,
  rough: (moment: number) => number,
  momentAt: (units: number) => number,
): readonly [number, number] {
  const from = earliest(bounds, wholeDays);
  const to = latest(bounds, wholeDays);
  const [least, most] = sign > 0 ? [from, to] : [to, from];
  const isBefore = (units: number, end: number) => (sign > 0 ? momentAt(units) < end : momentAt(units) > end);
  const isAfter = (units: number, end: number) => (sign > 0 ? momentAt(units) > end : momentAt(units) < end);
  let first = low;
  let last = high;
  if (least !== undefined) {
    let units = Math.floor(rough(least)) - 2;
    while (isBefore(units, least)) units++;
    first = Math.min(Math.max(low, units), high);
  }
  if (most !== undefined) {
    let units = Math.ceil(rough(most)) + 2;
    while (isAfter(units, most)) units--;
    last = Math.max(Math.min(high, units), first);
  }
  return [first, last];
}

function typeOf({ unit, as }: DurationOptions): 'date' | 'datetime' {
  return as ?? (unit === 'minutes' || unit === 'hours' ? 'datetime' : 'date');
}

function reviewDuration(options: DurationOptions, context: ReviewContext): Problem[] {
  const { at } = context;
  const { from, unit, decimals = 0 } = options;
  const found = reviewPath(from, `${at}.from`, context);
  const type = context.typeOf(from);
  if (type !== undefined && type !== 'date' && type !== 'datetime') {
    found.push(problem('fields.notADate', `${at}.from`, { path: from, type }));
  }
  found.push(...reviewDecimals(options.decimals, `${at}.decimals`, mostDecimals));
  if (decimals > 0 && (unit === 'months' || unit === 'years')) {
    found.push(problem('fields.wholeMonths', `${at}.decimals`));
  }
  return [
    ...found,
    ...reviewWhen(options, context, (branch, place) => reviewNumeric(branch, decimals, place)),
  ];
}
