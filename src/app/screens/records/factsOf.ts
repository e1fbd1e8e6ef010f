import type { RecordView } from '../../../dataset/RowBatch';
import { fieldTypeOf } from '../../../recipe/fieldTypeOf';
import { pathsOf } from '../../../recipe/pathsOf';
import type { Recipe } from '../../../recipe/Recipe';
import { markFacts } from './markFacts';

export interface UsedFact {
  readonly path: string;
  readonly name: string;
  readonly value: string;
  usedIn(text: string): boolean;
}

/** The facts that the writer of this cell was given, in the form it was given them. */
export function factsOf(recipe: Recipe, table: string, path: string, record: RecordView): UsedFact[] {
  const field = recipe.tables[table]?.fields[path];
  if (field === undefined) return [];
  const types = new Map(pathsOf(recipe, table).map((one) => [one.path, one.type]));
  try {
    const task = fieldTypeOf(field.type)?.ask?.(field, record, { typeOf: (name) => types.get(name) });
    return (task?.facts ?? []).map(({ path: of, name, value }) => ({
      path: of,
      name,
      value,
      usedIn: (text) => markFacts(text, [value]).some(({ fact }) => fact !== null),
    }));
  } catch {
    return [];
  }
}
