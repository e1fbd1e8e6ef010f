import * as v from 'valibot';
import { problem, type Problem } from '../../problems/Problem';
import { dateOf, dayOf } from '../shared/calendar';
import { described } from '../shared/described';
import { drawMoments, stretch, type Stretch } from '../shared/drawMoments';
import { momentLimits } from '../shared/momentLimits';
import { onePerOptions } from '../shared/onePerOptions';
import type { OptionsOf } from '../shared/OptionsOf';
import { reviewMoment } from '../shared/reviewMoment';
import { slotGrid } from '../shared/slotGrid';
import { weekdayNames, weekdayNumbers, weekdaysEntry } from '../shared/weekdays';
import { branchChooser, branchesOf, needsOfWhen, reviewWhen, whenEntry } from '../shared/when';
import type { FieldType } from '../FieldType';

const from = described(v.string(), 'First possible day, YYYY-MM-DD.');
const to = described(v.string(), 'Last possible day, YYYY-MM-DD.');

const entries = {
  from,
  to,
  weekdays: weekdaysEntry,
  when: whenEntry({ from: v.exactOptional(from), to: v.exactOptional(to), weekdays: weekdaysEntry }),
};

type DateOptions = OptionsOf<typeof entries>;

const DAY = 86_400;

export const date: FieldType<DateOptions> = {
  id: 'date',
  label: 'Date',
  summary: 'A day between two days.',
  origin: 'sampled',
  entries,
  defaults: { from: '2025-01-01', to: '2025-12-31' },
  controls: [
    { key: 'from', label: 'From', control: { kind: 'date' }, main: true },
    { key: 'to', label: 'To', control: { kind: 'date' }, main: true },
    {
      key: 'weekdays',
      label: 'Weekdays',
      help: `Any of ${weekdayNames.join(', ')}; all when empty.`,
      control: { kind: 'list' },
    },
    {
      key: 'when',
      label: 'Depends on',
      control: { kind: 'conditions', replaces: ['from', 'to', 'weekdays'] },
    },
  ],
  columns: () => [{ part: '', type: 'date' }],
  needs: needsOfWhen,
  review: (options, context) => reviewWhen(options, context, reviewDays),
  bounded: true,
  limits: (options) => momentLimits(branchesOf(options)),
  variety(options) {
    if (options.when !== undefined && options.when.length > 0) return undefined;
    const { low, high } = days(options);
    return Math.max(0, high - low + 1);
  },
  draw(options, context) {
    const branchOf = branchChooser(options, context);
    const write = (moment: number) => dateOf(moment / DAY);
    return [drawMoments(prepared(options), branchOf, context, true, write)];
  },
};

const prepared = onePerOptions((options: DateOptions) => branchesOf(options).map(days));

function days(options: DateOptions): Stretch {
  const weekdays = weekdayNumbers(options.weekdays);
  const grid = slotGrid({ stepSeconds: DAY, ...(weekdays === undefined ? {} : { weekdays }) });
  return stretch(grid, (dayOf(options.from) ?? 0) * DAY, (dayOf(options.to) ?? 0) * DAY);
}

function reviewDays(options: DateOptions, at: string): Problem[] {
  const { from, to } = options;
  const found = [
    ...reviewMoment(from, `${at}.from`, dayOf, '2025-03-04'),
    ...reviewMoment(to, `${at}.to`, dayOf, '2025-03-04'),
  ];
  if (found.length > 0) return found;
  if (from > to) return [problem('fields.fromAfterTo', `${at}.from`, { from, to })];
  const { low, high } = days(options);
  return low > high ? [problem('fields.noMoments', `${at}.weekdays`, { from, to })] : [];
}
