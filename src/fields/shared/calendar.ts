const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d)(?::(\d\d))?$/;
/** Written dates of 1870 to 2170 by day, so that a column of dates shares its texts. */
const firstKept = -36_524;
const kept: (string | undefined)[] = new Array<string | undefined>(109_574);

/** Days from 1970-01-01 to a `YYYY-MM-DD`; undefined when there is no such day. */
export function dayOf(date: string): number | undefined {
  const match = DATE.exec(date);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayNumber(year, month, day);
}

/** `YYYY-MM-DD`; undefined outside the years 1 to 9999. */
export function dateOf(day: number): string | undefined {
  const place = day - firstKept;
  const known = kept[place];
  if (known !== undefined) return known;
  if (!(day >= -719_162 && day <= 2_932_896)) return undefined;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (place >= 0 && place < kept.length) kept[place] = text;
  return text;
}

/** Seconds since midnight of `HH:MM` or `HH:MM:SS`; undefined when there is no such time. */
export function secondOf(time: string): number | undefined {
  const match = TIME.exec(time);
  if (match === null) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  return hour < 24 && minute < 60 && second < 60 ? hour * 3600 + minute * 60 + second : undefined;
}

const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
const minutes = Array.from(
  { length: 1440 },
  (_, minute) => `${two[Math.floor(minute / 60)]}:${two[minute % 60]}:`,
);

/** `HH:MM:SS` of 0 to 86,399 seconds. */
export function timeOf(second: number): string {
  const minute = Math.floor(second / 60);
  return (minutes[minute] as string) + (two[second - minute * 60] as string);
}

/** Seconds from 1970-01-01T00:00:00 to a date or datetime; undefined when there is no such moment. */
export function momentOf(text: string): number | undefined {
  const day = dayOf(text.slice(0, 10));
  if (day === undefined) return undefined;
  if (text.length === 10) return day * 86_400;
  const second = text[10] === 'T' ? secondOf(text.slice(11)) : undefined;
  return second === undefined ? undefined : day * 86_400 + second;
}

/** `YYYY-MM-DDTHH:MM:SS`; undefined outside the years 1 to 9999. */
export function datetimeOf(moment: number): string | undefined {
  const day = Math.floor(moment / 86_400);
  const date = dateOf(day);
  return date === undefined ? undefined : `${date}T${timeOf(moment - day * 86_400)}`;
}

/** The same day of another month, or that month's last day where it has fewer. */
export function addMonths(day: number, months: number): number {
  const from = new Date(day * DAY_MS);
  const month = from.getUTCFullYear() * 12 + from.getUTCMonth() + months;
  const year = Math.floor(month / 12);
  const inYear = month - year * 12 + 1;
  return dayNumber(year, inYear, Math.min(from.getUTCDate(), daysInMonth(year, inYear)));
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
