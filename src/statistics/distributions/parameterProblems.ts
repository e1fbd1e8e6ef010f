import { problem, type Problem } from '../../problems/Problem';

export type Demand = 'any' | 'positive' | 'notNegative' | 'share' | 'count';

const MOST_COUNT = 1e9;

/** Problems of parameters that stand alone; how they compare is the distribution's own affair. */
export function parameterProblems<Name extends string>(
  parameters: Readonly<Partial<Record<Name, number>>>,
  demands: Readonly<Record<Name, Demand>>,
): Problem[] {
  return Object.entries<Demand>(demands).flatMap(([name, demand]) => {
    const value: number | undefined = parameters[name as Name];
    if (value === undefined || !Number.isFinite(value))
      return [problem('distribution.missing', name, { name })];
    if (demand === 'positive' && value <= 0)
      return [problem('distribution.notPositive', name, { name, value })];
    if (demand === 'notNegative' && value < 0)
      return [problem('distribution.negative', name, { name, value })];
    if (demand === 'share' && !(value >= 0 && value <= 1))
      return [problem('distribution.notShare', name, { name, value })];
    if (demand === 'count' && !(Number.isInteger(value) && value >= 0 && value <= MOST_COUNT)) {
      return [problem('distribution.notCount', name, { name, value, most: MOST_COUNT })];
    }
    return [];
  });
}
