import { monthNames } from './numberWords.data';

/** `day` or `year` is NaN where the text leaves it out. */
export interface WrittenDate {
  readonly written: string;
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const month = `(${monthNames.map(([first, ...rest]) => `${first?.toUpperCase()}${rest.slice(0, 2).join('')}(?:${rest.slice(2).join('')})?`).join('|')}|Sept)\\.?`;
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const forms: readonly { readonly pattern: RegExp; readonly order: readonly ('day' | 'month' | 'year')[] }[] =
  [
    { pattern: /\b(\d{4})-(\d\d)-(\d\d)(?!\d)/g, order: ['year', 'month', 'day'] },
    {
      pattern: new RegExp(`\\b${day}[ -](?:of )?${month}(?:,?[ -](\\d{4}))?(?![\\d])`, 'gu'),
      order: ['day', 'month', 'year'],
    },
    {
      pattern: new RegExp(`\\b${month} ${day}(?![\\d:.]\\d|\\d)(?:,? (\\d{4}))?(?!\\d)`, 'gu'),
      order: ['month', 'day', 'year'],
    },
    { pattern: new RegExp(`\\b${month},? (\\d{4})(?!\\d)`, 'gu'), order: ['month', 'year'] },
  ];

/**
 * Dates in ISO or long form: `2025-03-04`, `4 March 2025`, `March 4th`, `March 2025`; and the text without them.
 */
export function takeDates(text: string): { readonly dates: WrittenDate[]; readonly rest: string } {
  const dates: WrittenDate[] = [];
  let rest = text;
  for (const { pattern, order } of forms) {
    rest = rest.replace(pattern, (written: string, ...groups: unknown[]) => {
      const part = (name: 'day' | 'month' | 'year') => {
        const group = groups[order.indexOf(name)];
        return order.includes(name) && typeof group === 'string' ? group : '';
      };
      dates.push({
        written,
        day: numberOf(part('day')),
        month: monthOf(part('month')),
        year: numberOf(part('year')),
      });
      return ' ';
    });
  }
  return { dates, rest };
}

/** Whether two dates agree in every part that both have. */
export function sameDate(a: WrittenDate, b: WrittenDate): boolean {
  const agree = (x: number, y: number) => Number.isNaN(x) || Number.isNaN(y) || x === y;
  return a.month === b.month && agree(a.day, b.day) && agree(a.year, b.year);
}

export interface WrittenTime {
  readonly written: string;
  readonly hour: number;
  readonly minute: number;
}

/** Times of day: `08:15`, `8.15 pm`, `3 pm`; and the text without them. */
export function takeTimes(text: string): { readonly times: WrittenTime[]; readonly rest: string } {
  const times: WrittenTime[] = [];
  const pattern =
    /(?<![\d:.,/])(\d{1,2})(?:[:.](\d\d)(?::\d\d)?(?![\d%])(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)/giu;
  const rest = text.replace(pattern, (written: string, hour: string, minute: string | undefined) => {
    times.push({ written, hour: Number(hour), minute: Number(minute ?? 0) });
    return ' ';
  });
  return { times, rest };
}

/** The same time on a dial of twelve hours: 3:30 may stand for 15:30. */
export function sameTime(a: WrittenTime, b: WrittenTime): boolean {
  return a.hour % 12 === b.hour % 12 && a.minute === b.minute;
}

function numberOf(digits: string): number {
  return digits === '' ? NaN : Number(digits);
}

function monthOf(written: string): number {
  const number = Number(written);
  if (Number.isInteger(number) && written !== '') return number;
  return monthNames.findIndex((name) => name.startsWith(written.slice(0, 3).toLowerCase())) + 1;
}
