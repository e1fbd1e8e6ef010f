import type { ConstraintType } from './ConstraintType';
import { foreignKey } from './foreignKey';
import { order } from './order';
import { range } from './range';
import { rule } from './rule';
import { sum } from './sum';
import { unique } from './unique';

/** Every kind of constraint: the recipe's format, menus, forms and contract tests all come from this list. */
export const constraintTypes = {
  range,
  order,
  rule,
  unique,
  sum,
  foreignKey,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each unit has options of its own type
} as const satisfies Record<string, ConstraintType<any>>;

export type ConstraintTypeId = keyof typeof constraintTypes;
