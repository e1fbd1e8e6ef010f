import { fieldTypeOf } from '../../recipe/fieldTypeOf';
import { pathsOf, type RecipePath } from '../../recipe/pathsOf';
import type { Field, Recipe } from '../../recipe/Recipe';
import type { Draft, DraftOptions } from './Draft';

/** Paths a field of this table may name, even while other fields of the draft are not in order. */
export function draftPaths(draft: Draft, table: string): RecipePath[] {
  try {
    return pathsOf(drawable(draft), table);
  } catch {
    return [];
  }
}

/** `table.field` of every field another table could point to: its ids first. */
export function draftKeys(draft: Draft, table: string): string[] {
  const others = Object.entries(draft.tables).filter(([name]) => name !== table);
  const ofType = (id: boolean): string[] =>
    others.flatMap(([name, { fields }]) =>
      Object.entries(fields)
        .filter(([, field]) => (field['type'] === 'id') === id)
        .map(([field]) => `${name}.${field}`),
    );
  return [...ofType(true), ...ofType(false)];
}

/** The draft with the defaults of each type filled in and without fields that make no columns. */
function drawable(draft: Draft): Recipe {
  const tables = Object.entries(draft.tables).map(([name, { fields }]) => {
    const sound = Object.entries(fields).flatMap(([key, field]) => {
      const whole = withDefaults(field);
      return whole === undefined || !makesColumns(whole) ? [] : [[key, whole] as const];
    });
    return [name, { fields: Object.fromEntries(sound) }] as const;
  });
  return { cloister: 1, title: '', seed: 0, today: '2026-01-01', tables: Object.fromEntries(tables) };
}

function withDefaults(field: DraftOptions): Field | undefined {
  const type = field['type'];
  const unit = typeof type === 'string' ? fieldTypeOf(type) : undefined;
  return unit === undefined ? undefined : ({ ...unit.defaults, ...field } as Field);
}

function makesColumns(field: Field): boolean {
  try {
    return (fieldTypeOf(field.type)?.columns(field).length ?? 0) > 0;
  } catch {
    return false;
  }
}
