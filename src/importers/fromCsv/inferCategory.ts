import type { Field } from '../../recipe/Recipe';
import { problem, type Problem } from '../../problems/Problem';
import type { ColumnSurvey } from './ColumnSurvey';
import { leastSightings } from './leastSightings';

export interface Inferred {
  readonly field: Field;
  readonly notes: readonly Problem[];
}

const mostValues = 200;
/** Names that every JavaScript object carries, and that would get lost on the way. */
const lost = new Set(['__proto__', 'constructor', 'prototype']);

/** The values that enough records share, most frequent first. */
export function commonValues(survey: ColumnSurvey): [string, number][] {
  return [...survey.seen]
    .filter(([value, count]) => count >= leastSightings && !lost.has(value))
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}

/** Share of the present cells that are such values. */
export function commonShare(survey: ColumnSurvey): number {
  const common = commonValues(survey).reduce((sum, [, count]) => sum + count, 0);
  return survey.present === 0 ? 0 : common / survey.present;
}

/** A list of values with weights when frequent values make up most of the column; the rest is pooled. */
export function inferCategory(survey: ColumnSurvey, at: string): Inferred | undefined {
  const common = commonValues(survey);
  if (common.length > mostValues || commonShare(survey) < 0.6) return undefined;
  return category(survey, common, at);
}

/** Made of the given values; `category` of nothing but “other” when no value is frequent enough. */
export function category(survey: ColumnSurvey, common: readonly [string, number][], at: string): Inferred {
  const counted = common.reduce((sum, [, count]) => sum + count, 0);
  const pooled = survey.present - counted;
  const rare = survey.seen.size + survey.uncounted - common.length;
  if (common.length === 1 && pooled === 0) {
    const value = common[0]![0];
    return {
      field: { type: 'constant', value },
      notes: [problem('importers.constant', at, { value, records: survey.present })],
    };
  }
  const other = common.some(([value]) => value === 'other') ? 'other (rare)' : 'other';
  const values: Record<string, number> = Object.fromEntries(common);
  if (pooled > 0) values[other] = pooled;
  const listed = common.map(([value, count]) => `${value} (${count.toLocaleString('en')})`).join('; ');
  const notes = [
    common.length === 0
      ? problem('importers.nothingCommon', at, { least: leastSightings })
      : problem('importers.category', at, { values: listed }),
  ];
  if (pooled > 0 && common.length > 0) {
    notes.push(
      problem('importers.pooled', at, { values: rare, records: pooled, other, least: leastSightings }),
    );
  }
  const as = pooled === 0 ? numericType(common.map(([value]) => value)) : undefined;
  return { field: { type: 'category', values, ...(as === undefined ? {} : { as }) }, notes };
}

/** Codes written as numbers are written again: `1` is a number, `01` and `1.0` are not written the same way back. */
function numericType(values: readonly string[]): 'integer' | 'number' | undefined {
  if (!values.every((value) => String(Number(value)) === value && Number.isFinite(Number(value))))
    return undefined;
  return values.every((value) => Number.isSafeInteger(Number(value))) ? 'integer' : 'number';
}
