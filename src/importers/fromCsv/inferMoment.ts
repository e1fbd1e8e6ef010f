import { problem } from '../../problems/Problem';
import type { ColumnSurvey } from './ColumnSurvey';
import type { Inferred } from './inferCategory';
import { leastSightings } from './leastSightings';
import { daysIn, momentFormats, type MomentFormat } from './momentFormats';

/** A date, a moment or a time of day when nine in ten cells read as one in the same format. */
export function inferMoment(survey: ColumnSurvey, at: string): Inferred | undefined {
  const needed = survey.sample.length * 0.9;
  const fits = momentFormats
    .map((format) => ({ format, read: readAll(format, survey.sample) }))
    .filter(({ read }) => read.length >= needed && read.length > 0)
    .sort((a, b) => b.read.length - a.read.length);
  const best = fits[0];
  if (best === undefined) return undefined;
  const { format, read } = best;
  const rival = fits.find((other) => other.format !== format && other.read.length === read.length);
  const range = rangeOf(format, read);
  const notes = [problem(`importers.${format.type}`, at, { format: format.name, ...range })];
  if (rival !== undefined) {
    notes.push(problem('importers.ambiguousDate', at, { taken: format.name, rival: rival.format.name }));
  }
  const strays = survey.sample.length - read.length;
  if (strays > 0) {
    notes.push(
      problem('importers.strays', at, {
        share: percent(strays / survey.sample.length),
        kind: 'dates or times',
      }),
    );
  }
  return { field: { type: format.type, ...range }, notes };
}

export function percent(share: number): number {
  return share > 0 && share < 0.001 ? 0.1 : Math.round(share * 1000) / 10;
}

function readAll(format: MomentFormat, cells: readonly string[]): string[] {
  return cells.flatMap((cell) => format.read(cell) ?? []);
}

/**
 * Whole years where the dates span more than three, else whole months; times to whole hours. With fewer
 * dates than a value needs to enter, whole decades.
 */
function rangeOf(format: MomentFormat, read: readonly string[]): { from: string; to: string } {
  const first = read.reduce((a, b) => (a < b ? a : b));
  const last = read.reduce((a, b) => (a > b ? a : b));
  const few = read.length < leastSightings;
  if (format.type === 'time') {
    return few
      ? { from: '00:00', to: '23:59' }
      : { from: `${first.slice(0, 2)}:00`, to: `${last.slice(0, 2)}:59` };
  }
  const [startYear, endYear] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  if (few) return wholeYears(startYear - (startYear % 10), endYear - (endYear % 10) + 9);
  if (endYear - startYear > 3) return wholeYears(startYear, endYear);
  const month = Number(last.slice(5, 7));
  return { from: `${first.slice(0, 7)}-01`, to: `${last.slice(0, 7)}-${daysIn(endYear, month)}` };
}

function wholeYears(from: number, to: number): { from: string; to: string } {
  const year = (value: number): string => String(Math.min(9999, value)).padStart(4, '0');
  return { from: `${year(from)}-01-01`, to: `${year(to)}-12-31` };
}
