import type { ColumnType, FieldPath } from '../dataset/RowBatch';
import { fieldTypeOf } from './fieldTypeOf';
import { headOf } from './headOf';
import type { Recipe } from './Recipe';

export interface RecipeColumn {
  readonly path: FieldPath;
  readonly type: ColumnType;
  /** Header for people: the field's label (with the part after it, if it has several), or else the path. */
  readonly label: string;
  readonly origin: 'sampled' | 'derived' | 'written';
}

/** The columns of one table in the order of the recipe; none for a table that does not exist. */
export function columnsOf(recipe: Recipe, table: string): RecipeColumn[] {
  const types = new TypeFinder(recipe);
  return fieldNames(recipe, table).flatMap((name) => types.columns(table, name));
}

function fieldNames(recipe: Recipe, table: string): string[] {
  return Object.hasOwn(recipe.tables, table) ? Object.keys(recipe.tables[table]?.fields ?? {}) : [];
}

/** A formula may take its type from another field, and a reference from its key; circles end as unknown. */
class TypeFinder {
  private readonly known = new Map<string, RecipeColumn[]>();

  constructor(private readonly recipe: Recipe) {}

  columns(table: string, name: string): RecipeColumn[] {
    const key = `${table}.${name}`;
    const found = this.known.get(key);
    if (found !== undefined) return found;
    this.known.set(key, []);
    const made = this.make(table, name);
    this.known.set(key, made);
    return made;
  }

  private make(table: string, name: string): RecipeColumn[] {
    const field = this.recipe.tables[table]?.fields[name];
    const unit = field === undefined ? undefined : fieldTypeOf(field.type);
    if (field === undefined || unit === undefined) return [];
    // A reference names a table, whatever fields stand beside it.
    const scope = field.type === 'reference' ? '' : table;
    const specs = unit.columns(field, (path) => this.typeOf(scope, path));
    return specs.map(({ part, type }) => {
      const path = part === '' ? name : `${name}.${part}`;
      const words = specs.length === 1 ? '' : ` ${part.replaceAll('_', ' ')}`;
      return {
        path,
        type,
        label: field.label === undefined ? path : field.label + words,
        origin: unit.origin,
      };
    });
  }

  private typeOf(table: string, path: FieldPath): ColumnType | undefined {
    const head = headOf(path);
    if (fieldNames(this.recipe, table).includes(head)) {
      return this.columns(table, head).find((column) => column.path === path)?.type;
    }
    const rest = path.slice(head.length + 1);
    return fieldNames(this.recipe, head).includes(headOf(rest))
      ? this.columns(head, headOf(rest)).find((column) => column.path === rest)?.type
      : undefined;
  }
}
