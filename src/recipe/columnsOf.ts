import type { ColumnType, FieldPath } from '../dataset/RowBatch';
import { fieldTypeOf } from './fieldTypeOf';
import type { Field, Recipe } from './Recipe';

export interface RecipeColumn {
  readonly path: FieldPath;
  readonly type: ColumnType;
  /** Header for people: the field's label (with the part after it), or the path where it has none. */
  readonly label: string;
  readonly origin: 'sampled' | 'derived' | 'written';
}

/** The columns of one table in the order of the recipe; none for a table that does not exist. */
export function columnsOf(recipe: Recipe, table: string): RecipeColumn[] {
  const fields = Object.hasOwn(recipe.tables, table) ? recipe.tables[table]?.fields : undefined;
  return Object.entries(fields ?? {}).flatMap(([name, field]) => columnsOfField(name, field));
}

export function columnsOfField(name: string, field: Field): RecipeColumn[] {
  const unit = fieldTypeOf(field.type);
  if (unit === undefined) return [];
  return unit.columns(field).map(({ part, type }) => {
    const path = part === '' ? name : `${name}.${part}`;
    const words = part === '' ? '' : ` ${part.replaceAll('_', ' ')}`;
    return { path, type, label: field.label === undefined ? path : field.label + words, origin: unit.origin };
  });
}
