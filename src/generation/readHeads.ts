import type { FieldPath } from '../dataset/RowBatch';
import { headOf } from '../recipe/headOf';
import type { Recipe, Table } from '../recipe/Recipe';
import { constraintUnitOf } from './unitOf';
import { needsOf } from '../recipe/needsOf';

/** First segments of everything that expressions, facts and constraints, here and in child tables, read of a table. */
export function readHeads(recipe: Recipe, name: string): Set<string> {
  const own = recipe.tables[name] as Table;
  const fromOutside = Object.values(recipe.tables)
    .flatMap(pathsRead)
    .filter((path) => headOf(path) === name)
    .map((path) => path.slice(name.length + 1));
  return new Set([...pathsRead(own), ...fromOutside].map(headOf));
}

function pathsRead(table: Table): FieldPath[] {
  return [
    ...Object.values(table.fields).flatMap(needsOf),
    ...(table.constraints ?? []).flatMap((options) => {
      return constraintUnitOf(options).fields(options);
    }),
  ];
}
