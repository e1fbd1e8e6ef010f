export type TemporalForm = 'date' | 'time' | 'datetime';

const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const secondsOfDay = 86_400;

/** Which of the three forms a text has by its length; undefined for any other length. */
export function formOf(text: string): TemporalForm | undefined {
  return ({ 10: 'date', 8: 'time', 19: 'datetime' } as const)[text.length];
}

/**
 * A whole number for `YYYY-MM-DD`, `HH:MM:SS` or `YYYY-MM-DDTHH:MM:SS`, or NaN where the text is not exactly of
 * that form. Every month counts 31 days here, so that no calendar is needed.
 */
export function temporalCode(text: string, form: TemporalForm): number {
  if (form === 'date') return text.length === 10 ? dateCode(text) : NaN;
  if (form === 'time') return text.length === 8 ? timeCode(text, 0) : NaN;
  if (text.length !== 19 || text[10] !== 'T') return NaN;
  return dateCode(text) * secondsOfDay + timeCode(text, 11);
}

/** The text of a code. */
export function temporalText(code: number, form: TemporalForm): string {
  if (form === 'date') return dateText(code);
  if (form === 'time') return timeText(code);
  return `${dateText(Math.floor(code / secondsOfDay))}T${timeText(code % secondsOfDay)}`;
}

function dateCode(text: string): number {
  if (text[4] !== '-' || text[7] !== '-') return NaN;
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5) - 1;
  const day = digits(text, 8) - 1;
  return month >= 0 && month < 12 && day >= 0 && day < 31 ? (year * 12 + month) * 31 + day : NaN;
}

function timeCode(text: string, at: number): number {
  if (text[at + 2] !== ':' || text[at + 5] !== ':') return NaN;
  const hours = digits(text, at);
  const minutes = digits(text, at + 3);
  const seconds = digits(text, at + 6);
  return hours < 24 && minutes < 60 && seconds < 60 ? (hours * 60 + minutes) * 60 + seconds : NaN;
}

function dateText(code: number): string {
  const months = Math.floor(code / 31);
  const year = Math.floor(months / 12);
  return `${two(Math.floor(year / 100))}${two(year % 100)}-${two((months % 12) + 1)}-${two((code % 31) + 1)}`;
}

function timeText(code: number): string {
  return `${two(Math.floor(code / 3600))}:${two(Math.floor(code / 60) % 60)}:${two(code % 60)}`;
}

function two(value: number): string {
  return twoDigits[value] ?? String(value);
}

/** Two ASCII digits as a number, or NaN. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : NaN;
}
