import { constraintTypeOf, type AnyConstraintType } from '../recipe/constraintTypeOf';
import { fieldTypeOf, type AnyFieldType } from '../recipe/fieldTypeOf';
import type { Constraint, Field } from '../recipe/Recipe';

/** The unit of a field of a checked recipe, which has no field without one. */
export function unitOf(field: Field): AnyFieldType {
  return fieldTypeOf(field.type) as AnyFieldType;
}

/** As `unitOf`, of a constraint. */
export function constraintUnitOf(constraint: Constraint): AnyConstraintType {
  return constraintTypeOf(constraint.type) as AnyConstraintType;
}
