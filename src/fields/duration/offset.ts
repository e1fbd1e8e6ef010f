import { addMonths } from '../shared/calendar';

export const units = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;

export type Unit = (typeof units)[number];

const secondsPerUnit = { minutes: 60, hours: 3600, days: 86_400, weeks: 604_800 } as const;
const DAY = 86_400;

/** The moment that lies so many units after another; whole seconds. The day of the month is kept where there is one. */
export function offset(moment: number, amount: number, unit: Unit): number {
  if (unit !== 'months' && unit !== 'years') return moment + Math.round(amount * secondsPerUnit[unit]);
  const day = Math.floor(moment / DAY);
  return addMonths(day, unit === 'years' ? amount * 12 : amount) * DAY + (moment - day * DAY);
}

/** About how many units lie between two moments: exact for fixed units, at most one off for months and years. */
export function roughAmount(from: number, to: number, unit: Unit): number {
  if (unit === 'months') return (to - from) / (30.436_875 * DAY);
  if (unit === 'years') return (to - from) / (365.2425 * DAY);
  return (to - from) / secondsPerUnit[unit];
}
