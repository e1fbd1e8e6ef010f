import { isIdentifier } from '../expressions/isIdentifier';
import { problem, type Problem } from '../problems/Problem';

/** Why a table or field cannot be called that; names stand in expressions, labels may say anything. */
export function nameProblem(name: string, at: string): Problem | undefined {
  if (isIdentifier(name) && name.length <= 100) return undefined;
  const shown = name.slice(0, 60);
  if (isIdentifier(name)) return problem('recipe.nameTooLong', at, { name: `${shown}…` });
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return problem('recipe.reservedName', at, { name: shown });
  return problem('recipe.badName', at, { name: shown });
}
