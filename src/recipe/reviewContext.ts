import type { FieldPath, ColumnType } from '../dataset/RowBatch';
import type { Limits } from '../fields/FieldType';
import { columnsOf } from './columnsOf';
import { fieldTypeOf } from './fieldTypeOf';
import { headOf } from './headOf';
import { pathsOf } from './pathsOf';
import type { Recipe } from './Recipe';
import { rowsOf } from './rowsOf';

/** What units may ask about the table they stand in. */
export interface TableContext {
  readonly rowCount: number;
  readonly paths: readonly FieldPath[];
  /** `table.field` of what other tables can refer to: fields that never give the same cell twice. */
  readonly keys: readonly string[];
  typeOf(path: FieldPath): ColumnType | undefined;
  varietyOf(path: FieldPath): number | undefined;
  limitsOf(path: FieldPath): Limits | undefined;
  /** The `table.field` a reference field takes its cells from. */
  referenceOf(path: FieldPath): string | undefined;
  /** Whether a path leads to something that is there but could not be read. */
  isBroken(path: FieldPath): boolean;
}

export function reviewContext(recipe: Recipe, name: string, broken: ReadonlySet<string>): TableContext {
  const types = new Map(pathsOf(recipe, name).map(({ path, type }) => [path, type]));
  return {
    rowCount: Math.round(rowsOf(recipe, name)),
    paths: [...types.keys()],
    keys: Object.keys(recipe.tables)
      .filter((other) => other !== name)
      .flatMap((other) => keysOf(recipe, other)),
    typeOf: (path) => types.get(path),
    varietyOf(path) {
      const field = recipe.tables[name]?.fields[headOf(path)];
      return field === undefined ? undefined : fieldTypeOf(field.type)?.variety?.(field);
    },
    limitsOf(path) {
      const field = recipe.tables[name]?.fields[path];
      return field === undefined ? undefined : fieldTypeOf(field.type)?.limits?.(field);
    },
    referenceOf(path) {
      const field = recipe.tables[name]?.fields[path];
      const to = field?.['to'];
      return field?.type === 'reference' && typeof to === 'string' ? to : undefined;
    },
    isBroken(path) {
      const head = headOf(path);
      const next = headOf(path.slice(head.length + 1));
      return broken.has(`${name}.${head}`) || broken.has(head) || broken.has(`${head}.${next}`);
    },
  };
}

function keysOf(recipe: Recipe, table: string): string[] {
  return columnsOf(recipe, table).flatMap(({ path }) => {
    const field = recipe.tables[table]?.fields[headOf(path)];
    const distinct = field !== undefined && fieldTypeOf(field.type)?.distinct?.(field) === true;
    return distinct && field.missing === undefined ? [`${table}.${path}`] : [];
  });
}
