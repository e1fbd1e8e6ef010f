import * as v from 'valibot';
import { problem, type Problem } from '../../problems/Problem';
import { datetimeOf, momentOf } from '../shared/calendar';
import { described } from '../shared/described';
import { drawMoments, stretch, type Stretch } from '../shared/drawMoments';
import { momentLimits } from '../shared/momentLimits';
import { onePerOptions } from '../shared/onePerOptions';
import type { OptionsOf } from '../shared/OptionsOf';
import { reviewMoment } from '../shared/reviewMoment';
import { slotGrid } from '../shared/slotGrid';
import { granularityEntry, reviewGranularity } from '../shared/granularity';
import { weekdayNames, weekdayNumbers, weekdaysEntry } from '../shared/weekdays';
import { branchChooser, branchesOf, needsOfWhen, reviewWhen, whenEntry } from '../shared/when';
import type { FieldType } from '../FieldType';

const from = described(v.string(), 'First possible day or moment: 2025-01-01 or 2025-01-01T08:00.');
const to = described(v.string(), 'Last possible day or moment; a day counts as a whole.');
const hours = v.exactOptional(
  described(
    v.tuple([v.number(), v.number()]),
    'Hours of the day: [8, 18] from 08:00 up to, not including, 18:00.',
  ),
);
const optional = { from: v.exactOptional(from), to: v.exactOptional(to), weekdays: weekdaysEntry, hours };

const entries = {
  from,
  to,
  weekdays: weekdaysEntry,
  hours,
  granularityMinutes: granularityEntry,
  when: whenEntry(optional),
};

type DatetimeOptions = OptionsOf<typeof entries>;

export const datetime: FieldType<DatetimeOptions> = {
  id: 'datetime',
  label: 'Date and time',
  summary: 'A moment between two moments.',
  origin: 'sampled',
  entries,
  defaults: { from: '2025-01-01', to: '2025-12-31' },
  controls: [
    { key: 'from', label: 'From', control: { kind: 'datetime' }, main: true },
    { key: 'to', label: 'To', control: { kind: 'datetime' }, main: true },
    {
      key: 'hours',
      label: 'Hours of the day',
      help: 'From 8 to 18 means 08:00 up to, not including, 18:00.',
      control: { kind: 'range' },
    },
    {
      key: 'weekdays',
      label: 'Weekdays',
      help: `Any of ${weekdayNames.join(', ')}; all when empty.`,
      control: { kind: 'list' },
    },
    {
      key: 'granularityMinutes',
      label: 'Rounded to minutes',
      help: '15 gives quarter hours.',
      control: { kind: 'integer' },
    },
    {
      key: 'when',
      label: 'Depends on',
      control: { kind: 'conditions', replaces: ['from', 'to', 'weekdays', 'hours'] },
    },
  ],
  columns: () => [{ part: '', type: 'datetime' }],
  needs: needsOfWhen,
  review: (options, context) => [
    ...reviewGranularity(options.granularityMinutes, `${context.at}.granularityMinutes`),
    ...reviewWhen(options, context, reviewBranch),
  ],
  bounded: true,
  limits: (options) => momentLimits(branchesOf(options)),
  variety(options) {
    if (options.when !== undefined && options.when.length > 0) return undefined;
    const { low, high } = moments(options);
    return Math.max(0, high - low + 1);
  },
  draw(options, context) {
    const branchOf = branchChooser(options, context);
    return [drawMoments(prepared(options), branchOf, context, false, datetimeOf)];
  },
};

const prepared = onePerOptions((options: DatetimeOptions) => branchesOf(options).map(moments));

function moments(options: DatetimeOptions): Stretch {
  const weekdays = weekdayNumbers(options.weekdays);
  const [opens, closes] = options.hours ?? [0, 24];
  const grid = slotGrid({
    stepSeconds: (options.granularityMinutes ?? 1) * 60,
    within: [opens * 3600, closes * 3600],
    ...(weekdays === undefined ? {} : { weekdays }),
  });
  return stretch(grid, momentOf(options.from) ?? 0, endOf(options.to) ?? 0);
}

/** A day ends with its last second. */
function endOf(to: string): number | undefined {
  const moment = momentOf(to);
  return moment === undefined || to.length > 10 ? moment : moment + 86_399;
}

function reviewBranch(options: DatetimeOptions, at: string): Problem[] {
  const { from, to } = options;
  const found = [
    ...reviewMoment(from, `${at}.from`, momentOf, '2025-03-04T14:05'),
    ...reviewMoment(to, `${at}.to`, momentOf, '2025-03-04T14:05'),
  ];
  const [opens, closes] = options.hours ?? [0, 24];
  if (!(opens >= 0 && opens < closes && closes <= 24)) {
    found.push(problem('fields.hoursOutside', `${at}.hours`, { from: opens, to: closes }));
  }
  if (found.length > 0 || !((options.granularityMinutes ?? 1) > 0)) return found;
  if ((momentOf(from) ?? 0) > (endOf(to) ?? 0)) {
    return [problem('fields.fromAfterTo', `${at}.from`, { from, to })];
  }
  const { low, high } = moments(options);
  return low > high ? [problem('fields.noMoments', `${at}.from`, { from, to })] : [];
}
