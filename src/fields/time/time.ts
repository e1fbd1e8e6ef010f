import * as v from 'valibot';
import { problem, type Problem } from '../../problems/Problem';
import { secondOf, timeOf } from '../shared/calendar';
import { described } from '../shared/described';
import { drawMoments, stretch, type Stretch } from '../shared/drawMoments';
import { granularityEntry, reviewGranularity } from '../shared/granularity';
import { momentLimits } from '../shared/momentLimits';
import { onePerOptions } from '../shared/onePerOptions';
import type { OptionsOf } from '../shared/OptionsOf';
import { reviewMoment } from '../shared/reviewMoment';
import { slotGrid } from '../shared/slotGrid';
import { branchChooser, branchesOf, needsOfWhen, reviewWhen, whenEntry } from '../shared/when';
import type { FieldType } from '../FieldType';

const from = v.exactOptional(described(v.string(), 'Earliest time, HH:MM; midnight when absent.'));
const to = v.exactOptional(described(v.string(), 'Latest time, HH:MM; the end of the day when absent.'));

const entries = { from, to, granularityMinutes: granularityEntry, when: whenEntry({ from, to }) };

type TimeOptions = OptionsOf<typeof entries>;

export const time: FieldType<TimeOptions> = {
  id: 'time',
  label: 'Time of day',
  summary: 'A time between two times of the same day.',
  origin: 'sampled',
  entries,
  defaults: { from: '08:00', to: '18:00' },
  controls: [
    { key: 'from', label: 'From', control: { kind: 'time' }, main: true },
    { key: 'to', label: 'To', control: { kind: 'time' }, main: true },
    {
      key: 'granularityMinutes',
      label: 'Rounded to minutes',
      help: '15 gives quarter hours.',
      control: { kind: 'integer' },
    },
    { key: 'when', label: 'Depends on', control: { kind: 'conditions', replaces: ['from', 'to'] } },
  ],
  columns: () => [{ part: '', type: 'time' }],
  needs: needsOfWhen,
  review: (options, context) => [
    ...reviewGranularity(options.granularityMinutes, `${context.at}.granularityMinutes`),
    ...reviewWhen(options, context, reviewTimes),
  ],
  bounded: true,
  limits: (options) =>
    momentLimits(branchesOf(options).map(({ from = '00:00', to = '23:59:59' }) => ({ from, to }))),
  variety(options) {
    if (options.when !== undefined && options.when.length > 0) return undefined;
    const { low, high } = times(options);
    return Math.max(0, high - low + 1);
  },
  draw(options, context) {
    const branchOf = branchChooser(options, context);
    return [drawMoments(prepared(options), branchOf, context, false, timeOf)];
  },
};

const prepared = onePerOptions((options: TimeOptions) => branchesOf(options).map(times));

/** On the day 1970-01-01, so that a moment is the second of the day. */
function times({ from = '00:00', to = '23:59:59', granularityMinutes = 1 }: TimeOptions): Stretch {
  return stretch(slotGrid({ stepSeconds: granularityMinutes * 60 }), secondOf(from) ?? 0, secondOf(to) ?? 0);
}

function reviewTimes(options: TimeOptions, at: string): Problem[] {
  const { from = '00:00', to = '23:59:59' } = options;
  const found = [
    ...reviewMoment(from, `${at}.from`, secondOf, '14:05'),
    ...reviewMoment(to, `${at}.to`, secondOf, '14:05'),
  ];
  if (found.length > 0 || !((options.granularityMinutes ?? 1) > 0)) return found;
  if ((secondOf(from) ?? 0) > (secondOf(to) ?? 0)) {
    return [problem('fields.fromAfterTo', `${at}.from`, { from, to })];
  }
  const { low, high } = times(options);
  return low > high ? [problem('fields.noMoments', `${at}.from`, { from, to })] : [];
}
