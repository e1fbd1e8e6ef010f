import { problem, type Problem } from '../../problems/Problem';
import { category, commonShare, commonValues, type Inferred } from './inferCategory';
import type { ColumnSurvey } from './ColumnSurvey';
import { fitShape } from './fitShape';
import { percent } from './inferMoment';
import { leastSightings } from './leastSightings';
import { readNumber, type NumberStyle } from './readNumber';
import { roundOutward } from './roundOutward';

const fewCodes = 12;
const mostSpikes = 100;
const mostDecimals = 10;

/** A number column when nine in ten cells are numbers in the same style and none is a code with leading zeros. */
export function inferNumber(survey: ColumnSurvey, header: string, at: string): Inferred | undefined {
  const style = styleOf(survey);
  const tally = survey.numbers[style];
  if (tally.count < survey.present * 0.9 || tally.count === 0) return undefined;
  if (survey.codes > 0) return undefined;
  const strays = survey.present - tally.count;
  const whole = tally.decimals === 0;
  const notes: Problem[] = [];
  if (style === 'comma') notes.push(problem('importers.decimalComma', at));
  if (strays > 0)
    notes.push(problem('importers.strays', at, { share: percent(strays / survey.present), kind: 'numbers' }));
  const counter = whole && strays === 0 ? asKey(survey, header, at) : undefined;
  if (counter !== undefined) return { ...counter, notes: [...notes, ...counter.notes] };

  const enough = tally.count >= leastSightings;
  const range = roundOutward(
    {
      min: tally.min,
      max: tally.max,
      minShared: tally.minCount >= leastSightings,
      maxShared: tally.maxCount >= leastSightings,
      whole,
    },
    !enough,
  );
  const values = survey.sample.flatMap((cell) => readNumber(cell, style)?.value ?? []);
  const shape = enough && tally.min < tally.max ? fitShape(values, range) : undefined;
  if (enough && strays === 0 && isListOfValues(survey, shape?.distance ?? 1)) {
    const listed = category(survey, commonValues(survey), at);
    const pooled = toNearest(survey, style);
    return {
      field: pooled.length === 1 ? listed.field : { type: 'category', values: Object.fromEntries(pooled) },
      notes: [
        ...notes,
        ...listed.notes.filter(({ code }) => code !== 'importers.pooled'),
        ...pooledNote(survey, at),
      ],
    };
  }
  const options = shape?.options ?? { distribution: 'uniform' as const };
  notes.push(
    enough
      ? problem('importers.number', at, {
          ...range,
          shape: inWords(options),
          fit: fitInWords(shape?.distance ?? 0),
        })
      : problem('importers.fewNumbers', at, { ...range, least: leastSightings }),
  );
  const field = whole
    ? { type: 'integer', ...options, ...range }
    : { type: 'number', ...options, ...range, decimals: Math.min(tally.decimals, decimalsThatFit(range)) };
  return { field, notes };
}

function styleOf(survey: ColumnSurvey): NumberStyle {
  const { point, comma } = survey.numbers;
  // `1,234` reads both ways; a comma before other than three digits does not.
  const decimal = survey.sample.some((cell) => /,\d{1,2}$|,\d{4,}$/.test(cell));
  return decimal && comma.count + countPlain(survey) > point.count ? 'comma' : 'point';
}

function countPlain(survey: ColumnSurvey): number {
  return survey.sample.filter((cell) => !cell.includes(',') && readNumber(cell, 'comma') !== undefined)
    .length;
}

/** Few different values, or one value in most records: a list of values says more than a shape. */
function isListOfValues(survey: ColumnSurvey, distance: number): boolean {
  const distinct = survey.seen.size + survey.uncounted;
  const common = commonValues(survey);
  if (common.length === 0 || commonShare(survey) < 0.9) return false;
  if (distinct <= fewCodes) return true;
  const spike = (common[0]?.[1] ?? 0) > survey.present / 2;
  return distance > 0.15 && common.length <= mostSpikes && spike;
}

/** Rare numbers count as the nearest of those that enough records share. */
function toNearest(survey: ColumnSurvey, style: NumberStyle): [string, number][] {
  const common = commonValues(survey).map(([text, count]) => ({
    text,
    count,
    value: readNumber(text, style)?.value ?? 0,
  }));
  const known = new Set(common.map(({ text }) => text));
  for (const [text, count] of survey.seen) {
    if (known.has(text)) continue;
    const value = readNumber(text, style)?.value ?? 0;
    const nearest = common.reduce((a, b) => (Math.abs(b.value - value) < Math.abs(a.value - value) ? b : a));
    nearest.count += count;
  }
  return common.sort((a, b) => a.value - b.value).map(({ text, count }) => [text, count]);
}

function pooledNote(survey: ColumnSurvey, at: string): Problem[] {
  const common = commonValues(survey);
  const records = survey.present - common.reduce((sum, [, count]) => sum + count, 0);
  const values = survey.seen.size + survey.uncounted - common.length;
  return records === 0
    ? []
    : [problem('importers.pooledNearest', at, { values, records, least: leastSightings })];
}

/** A key: whole numbers that never repeat, and either run on without a gap or stand under a name of keys. */
function asKey(survey: ColumnSurvey, header: string, at: string): Inferred | undefined {
  const { min, max, count } = survey.numbers.point;
  if (survey.repeats > 0 || count < leastSightings || !Number.isSafeInteger(max) || min < 0) return undefined;
  if (max - min + 1 === count && min <= 1) {
    return {
      field: { type: 'id', style: 'sequence', start: min },
      notes: [problem('importers.sequence', at, { start: min })],
    };
  }
  if (
    !/(^|[^a-z])(id|ids|nr|no|num|number|key|code|mrn|sno|uid|ref)([^a-z]|$)/i.test(
      header.replace(/([a-z])([A-Z])/g, '$1 $2'),
    )
  )
    return undefined;
  const digits = Math.max(String(max).length, Math.ceil(Math.log10(count)) + 1);
  return {
    field: { type: 'id', pattern: '#'.repeat(digits) },
    notes: [problem('importers.id', at, { pattern: '#'.repeat(digits) })],
  };
}

function inWords(options: ReturnType<typeof fitShape>['options']): string {
  switch (options.distribution) {
    case 'uniform':
      return 'evenly spread';
    case 'exponential':
      return `exponential, mean ${options.mean}`;
    case 'normal':
      return `normal, mean ${options.mean}, standard deviation ${options.sd}`;
    case 'lognormal':
      return `lognormal, median ${Number(Math.exp(options.mu).toPrecision(3))} (mu ${options.mu}, sigma ${options.sigma})`;
  }
}

function fitInWords(distance: number): string {
  if (distance < 0.05) return 'close';
  return distance < 0.12 ? 'fair' : 'rough: look at the preview and adjust';
}

/** As many decimals as a double keeps at the far end of the range: 15 significant digits in all. */
function decimalsThatFit({ min, max }: { min: number; max: number }): number {
  const digits = Math.ceil(Math.log10(Math.max(1, Math.abs(min), Math.abs(max)) + 1));
  return Math.max(0, Math.min(mostDecimals, 15 - digits));
}
