import type { FieldPath } from '../dataset/RowBatch';
import { compileExpression } from '../expressions/compileExpression';
import { suggestion } from '../problems/didYouMean';
import { problem, type Problem } from '../problems/Problem';
import { constraintTypeOf } from './constraintTypeOf';
import { fieldTypeOf } from './fieldTypeOf';
import { missingNeeds } from './fieldOrder';
import { pathAt } from './pathAt';
import type { Field, Recipe } from './Recipe';
import { reviewContext, type TableContext } from './reviewContext';

/** Every path that a field or constraint names and that leads nowhere. */
export function reviewReferences(recipe: Recipe, broken: ReadonlySet<string>): Problem[] {
  return Object.entries(recipe.tables).flatMap(([name, table]) => {
    const context = reviewContext(recipe, name, broken);
    return [
      ...Object.entries(table.fields).flatMap(([key, field]) => {
        const at = pathAt('', name, 'fields', key);
        const { missing, ...options } = field;
        return [
          ...unknownPaths(fieldTypeOf(field.type)?.needs(field) ?? [], options, at, context),
          ...unknownPaths(missingNeeds(field), { missing }, at, context),
          ...missingProblems(field, at),
        ];
      }),
      ...(table.constraints ?? []).flatMap((constraint, index) =>
        unknownPaths(
          constraintTypeOf(constraint.type)?.fields(constraint) ?? [],
          constraint,
          pathAt('', name, 'constraints', index),
          context,
        ),
      ),
    ];
  });
}

function unknownPaths(
  named: readonly FieldPath[],
  options: object,
  at: string,
  context: TableContext,
): Problem[] {
  return [...new Set(named)].flatMap((path) => {
    if (context.typeOf(path) !== undefined || context.isBroken(path)) return [];
    const place = pathAt(at, ...(locate(options, path) ?? []));
    const parts = context.paths.filter((one) => one.startsWith(`${path}.`));
    if (parts.length > 0) {
      const listed = parts.slice(0, 6).map((part) => `\`${part}\``);
      return [problem('recipe.pathHasParts', place, { path, parts: listed.join(', ') })];
    }
    return [problem('recipe.noSuchPath', place, { path, near: suggestion(path, context.paths) || '.' })];
  });
}

/** Where in the options a path is named: as an entry of its own, or else inside an expression. */
function locate(options: unknown, path: FieldPath): (string | number)[] | undefined {
  return find(options, (text) => text === path) ?? find(options, (text) => text.includes(path));
}

function find(value: unknown, matches: (text: string) => boolean): (string | number)[] | undefined {
  if (typeof value === 'string') return matches(value) ? [] : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Array.isArray(value)
    ? value.map((entry: unknown, index) => [index, entry] as const)
    : Object.entries(value).filter(([key]) => key !== 'type' && key !== 'label');
  for (const [key, entry] of entries) {
    const inner = find(entry, matches);
    if (inner !== undefined) return [key, ...inner];
  }
  return undefined;
}

function missingProblems(field: Field, at: string): Problem[] {
  if (typeof field.missing !== 'object') return [];
  const { share, if: condition } = field.missing;
  if (share === undefined && condition === undefined) {
    return [problem('recipe.missingSaysNothing', pathAt(at, 'missing'))];
  }
  if (condition === undefined) return [];
  const compiled = compileExpression(condition);
  return 'problem' in compiled ? [{ ...compiled.problem, at: pathAt(at, 'missing', 'if') }] : [];
}
