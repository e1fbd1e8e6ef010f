import * as v from 'valibot';
import type { Problem } from '../../problems/Problem';
import { described } from '../shared/described';
import { numericEntries, type NumericOptions } from '../shared/numericEntries';
import { reviewNumeric } from '../shared/reviewNumeric';

/** How many children a parent has: always so many, or a number drawn for each. */
export const perParentEntry = v.exactOptional(
  described(
    v.union([v.number(), v.strictObject(numericEntries)]),
    'How many records each parent has: a number, or a distribution. The table then needs no row count.',
  ),
);

export type PerParent = number | NumericOptions;

/** The distribution as it is drawn: never below 0; poisson where only a mean is given. */
export function childrenModel(perParent: PerParent): NumericOptions {
  if (typeof perParent === 'number') return { min: perParent, max: perParent };
  const { mean, sd, mu } = perParent;
  const guessed =
    sd !== undefined || mu !== undefined ? 'normal' : mean === undefined ? 'uniform' : 'poisson';
  return { ...perParent, distribution: perParent.distribution ?? guessed, min: perParent.min ?? 0 };
}

export function reviewPerParent(perParent: PerParent | undefined, at: string): Problem[] {
  if (perParent === undefined) return [];
  const model = childrenModel(perParent);
  const found = reviewNumeric(model, 0, at);
  const { min = 0 } = model;
  return min < 0 ? [...found, negative(min, at)] : found;
}

function negative(value: number, at: string): Problem {
  return { code: 'distribution.negative', at: `${at}.min`, values: { name: 'min', value } };
}
