import type { ConstraintType } from '../constraints/ConstraintType';
import { constraintTypes } from '../constraints/constraintTypes';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each unit has options of its own type
export type AnyConstraintType = ConstraintType<any>;

/** The unit behind a constraint's `type`; undefined when there is none of that name. */
export function constraintTypeOf(type: string): AnyConstraintType | undefined {
  return Object.hasOwn(constraintTypes, type)
    ? constraintTypes[type as keyof typeof constraintTypes]
    : undefined;
}
