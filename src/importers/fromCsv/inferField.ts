import { problem } from '../../problems/Problem';
import type { ColumnSurvey } from './ColumnSurvey';
import { category, commonValues, inferCategory, type Inferred } from './inferCategory';
import { inferCode } from './inferCode';
import { inferMoment, percent } from './inferMoment';
import { inferNumber } from './inferNumber';
import { inferPerson } from './inferPerson';
import { inferText } from './inferText';
import { leastSightings } from './leastSightings';

/** The field that makes a column like the one that was read, and what to say about it. */
export function inferField(survey: ColumnSurvey, header: string, at: string): Inferred {
  if (survey.present === 0) {
    return {
      field: { type: 'constant', value: '', missing: 1 },
      notes: [problem('importers.allMissing', at)],
    };
  }
  const inferred =
    inferPerson(survey, header, at) ??
    inferBoolean(survey, at) ??
    inferMomentOrNumber(survey, header, at) ??
    inferCategory(survey, at) ??
    inferCode(survey, at) ??
    inferWords(survey, header, at);
  const missing = survey.records - survey.present;
  if (missing === 0) return inferred;
  const share = shareOf(missing, survey.records);
  const written = [...survey.missing.keys()]
    .map((word) => (word === '' ? 'an empty cell' : `“${word}”`))
    .join(', ');
  return {
    field: { ...inferred.field, missing: share },
    notes: [...inferred.notes, problem('importers.missing', at, { share: percent(share), written })],
  };
}

/** Packed dates (`20240131`) also read as numbers, so dates are asked first. */
function inferMomentOrNumber(survey: ColumnSurvey, header: string, at: string): Inferred | undefined {
  return inferMoment(survey, at) ?? inferNumber(survey, header, at);
}

function inferBoolean(survey: ColumnSurvey, at: string): Inferred | undefined {
  const seen = [...survey.seen];
  if (survey.uncounted > 0 || !seen.every(([value]) => /^(true|false)$/i.test(value))) return undefined;
  const positive = seen.reduce((sum, [value, count]) => sum + (/^true$/i.test(value) ? count : 0), 0);
  const enough = Math.min(positive, survey.present - positive) >= leastSightings;
  const share = enough ? shareOf(positive, survey.present) : 0.5;
  const code = enough ? 'importers.boolean' : 'importers.fewBooleans';
  return {
    field: { type: 'boolean', share },
    notes: [problem(code, at, { share: percent(share), least: leastSightings })],
  };
}

/** Short texts without a list of frequent values stay a list, of “other” alone; longer ones are written. */
function inferWords(survey: ColumnSurvey, header: string, at: string): Inferred {
  const words = survey.sample.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / survey.sample.length;
  const distinct = survey.seen.size + survey.uncounted;
  const repeated = distinct < survey.present / 2;
  return words < 4 && (repeated || survey.present < leastSightings)
    ? category(survey, commonValues(survey), at)
    : inferText(survey, header, at);
}

/** Three digits after the point, and never 0 for something that does occur. */
function shareOf(part: number, whole: number): number {
  return Math.max(0.001, Math.round((part / whole) * 1000) / 1000);
}
