import * as v from 'valibot';
import { problem, type Problem } from '../../problems/Problem';

export const granularityEntry = v.exactOptional(
  v.pipe(v.number(), v.description('Minutes between possible times, counted from midnight; 1 when absent.')),
);

/** Steps that a day divides into evenly enough to be counted from midnight: whole minutes up to a day. */
export function reviewGranularity(minutes: number | undefined, at: string): Problem[] {
  if (minutes === undefined || (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440)) return [];
  return [problem('fields.granularityOutside', at, { minutes })];
}
