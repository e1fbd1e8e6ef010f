import { monthNames } from './numberWords.data';

export interface DayMonthYear {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const month = `(${monthNames.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`;
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const iso = /\b(\d{4})-(\d\d)-(\d\d)(?!\d)/g;
const dayFirst = new RegExp(`\\b${day}[ -](?:of )?${month}(?:,?[ -](\\d{4}))?`, 'giu');
const monthFirst = new RegExp(`\\b${month} ${day}(?!\\d|[:.]\\d)(?:,? (\\d{4}))?`, 'giu');

/** Dates in ISO or long form: `2025-03-04`, `4 March 2025`, `March 4th`; a year left out is NaN. */
export function datesIn(text: string): DayMonthYear[] {
  const dates = [...text.matchAll(iso)].map(([, y, m, d]) => ({
    day: Number(d),
    month: Number(m),
    year: Number(y),
  }));
  for (const [, d, m, y] of text.matchAll(dayFirst)) dates.push(readDate(d, m, y));
  for (const [, m, d, y] of text.matchAll(monthFirst)) dates.push(readDate(d, m, y));
  return dates;
}

/** `08:15` and `8.15 pm` as [hour, minute]. */
export function timesIn(text: string): [number, number][] {
  return [...text.matchAll(/(?<![\d:.])(\d{1,2})[:.](\d\d)(?!\d)/g)].map(([, hour, minute]) => [
    Number(hour),
    Number(minute),
  ]);
}

function readDate(d: string | undefined, m: string | undefined, y: string | undefined): DayMonthYear {
  const start = (m ?? '').slice(0, 3).toLowerCase();
  return {
    day: Number(d),
    month: monthNames.findIndex((name) => name.startsWith(start)) + 1,
    year: y === undefined ? NaN : Number(y),
  };
}
