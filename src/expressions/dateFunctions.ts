import type { Value } from './Value';

const TIME = /^(\d\d):(\d\d):(\d\d)$/;
const DAY_MS = 86_400_000;
const FIRST_MS = Date.parse('0001-01-01');
const LAST_MS = Date.parse('9999-12-31');

/** Whole years from one date to the other, as an age is told; a leap-day birthday falls on 1 March elsewhere. */
export function yearsBetween(from: Value, to: Value): number | null {
  const months = monthsBetween(from, to);
  return months === null ? null : Math.trunc(months / 12);
}

/** Whole months; the time of day does not count. */
export function monthsBetween(from: Value, to: Value): number | null {
  const a = dateParts(from);
  const b = dateParts(to);
  if (a === undefined || b === undefined) return null;
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (months > 0 && b.day < a.day) return months - 1;
  if (months < 0 && b.day > a.day) return months + 1;
  return months;
}

/** Calendar days; the time of day does not count. */
export function daysBetween(from: Value, to: Value): number | null {
  const a = dateParts(from);
  const b = dateParts(to);
  return a === undefined || b === undefined ? null : dayNumber(b) - dayNumber(a);
}

/** Minutes with their fraction, between two datetimes or two times of day. */
export function minutesBetween(from: Value, to: Value): number | null {
  const a = minuteNumber(from);
  const b = minuteNumber(to);
  return a === undefined || b === undefined ? null : b - a;
}

export function hoursBetween(from: Value, to: Value): number | null {
  const minutes = minutesBetween(from, to);
  return minutes === null ? null : minutes / 60;
}

/** A datetime keeps its time of day. */
export function addDays(date: Value, days: Value): string | null {
  const parts = dateParts(date);
  if (parts === undefined || typeof days !== 'number' || typeof date !== 'string') return null;
  return isoDate(dayNumber(parts) + Math.trunc(days), date.slice(10));
}

/** The day of the month is kept, or the month's last day where it has fewer. */
export function addMonths(date: Value, months: Value): string | null {
  const parts = dateParts(date);
  if (parts === undefined || typeof months !== 'number' || typeof date !== 'string') return null;
  const month = parts.year * 12 + parts.month - 1 + Math.trunc(months);
  const year = Math.floor(month / 12);
  const target = { year, month: month - year * 12 + 1, day: 1 };
  const next = month + 1;
  const afterwards = { year: Math.floor(next / 12), month: (next % 12) + 1, day: 1 };
  const lastDay = dayNumber(afterwards) - dayNumber(target);
  return isoDate(dayNumber(target) + Math.min(parts.day, lastDay) - 1, date.slice(10));
}

/** A part of a date or datetime as CEL's timestamp methods give it: months and weekdays count from 0. */
export function datePart(part: 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second') {
  return (date: Value): number | null => {
    const parts = dateParts(date);
    if (parts === undefined) return null;
    if (part === 'weekday') return (((dayNumber(parts) + 4) % 7) + 7) % 7;
    return part === 'month' ? parts.month - 1 : parts[part];
  };
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function dateParts(value: Value): DateParts | undefined {
  if (typeof value !== 'string') return undefined;
  const timed = value.length === 19 && value[10] === 'T' && value[13] === ':' && value[16] === ':';
  if (!(timed || value.length === 10) || value[4] !== '-' || value[7] !== '-') return undefined;
  const parts = {
    year: digits(value, 0, 4),
    month: digits(value, 5, 2),
    day: digits(value, 8, 2),
    hour: timed ? digits(value, 11, 2) : 0,
    minute: timed ? digits(value, 14, 2) : 0,
    second: timed ? digits(value, 17, 2) : 0,
  };
  const sum = parts.year + parts.month + parts.day + parts.hour + parts.minute + parts.second;
  return Number.isNaN(sum) ? undefined : parts;
}

function digits(text: string, start: number, count: number): number {
  let number = 0;
  for (let index = start; index < start + count; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
function dayNumber(parts: { year: number; month: number; day: number }): number {
  const shifted = parts.month <= 2 ? parts.year - 1 : parts.year;
  const monthFromMarch = (parts.month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + parts.day - 719469;
}

function isoDate(days: number, timeOfDay: string): string | null {
  const milliseconds = days * DAY_MS;
  if (!(milliseconds >= FIRST_MS && milliseconds <= LAST_MS)) return null;
  return new Date(milliseconds).toISOString().slice(0, 10) + timeOfDay;
}

function minuteNumber(value: Value): number | undefined {
  if (typeof value !== 'string') return undefined;
  const time = TIME.exec(value);
  if (time !== null) return Number(time[1]) * 60 + Number(time[2]) + Number(time[3]) / 60;
  const parts = dateParts(value);
  if (parts === undefined) return undefined;
  return dayNumber(parts) * 1440 + parts.hour * 60 + parts.minute + parts.second / 60;
}
