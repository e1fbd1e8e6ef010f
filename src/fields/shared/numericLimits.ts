import type { Limits } from '../FieldType';
import type { NumericOptions } from './numericEntries';
import { branchesOf, type Conditional } from './when';

/** Over all branches; a side is absent where one of them has no end. */
export function numericLimits(options: NumericOptions & Conditional): Limits {
  const branches = branchesOf(options).map((branch) => {
    const isBeta = branch.distribution === 'beta';
    return { min: branch.min ?? (isBeta ? 0 : undefined), max: branch.max ?? (isBeta ? 1 : undefined) };
  });
  const mins = branches.flatMap(({ min }) => (min === undefined ? [] : [min]));
  const maxes = branches.flatMap(({ max }) => (max === undefined ? [] : [max]));
  return {
    ...(mins.length === branches.length && { min: Math.min(...mins) }),
    ...(maxes.length === branches.length && { max: Math.max(...maxes) }),
  };
}
