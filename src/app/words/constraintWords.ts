import type { AnyConstraintType } from '../../recipe/constraintTypeOf';
import type { DraftOptions } from '../editing/Draft';

export const constraintTypeName = (constraint: DraftOptions): string =>
  typeof constraint['type'] === 'string' ? constraint['type'] : 'rule';

/** The rule as the user knows it; its kind's name while it is not complete. */
export function constraintWords(
  constraint: DraftOptions,
  typeOf: (type: string) => AnyConstraintType | undefined,
): string {
  const type = constraintTypeName(constraint);
  const unit = typeOf(type);
  if (unit === undefined) return type;
  try {
    return unit.describe({ ...unit.defaults, ...constraint });
  } catch {
    return unit.label;
  }
}
