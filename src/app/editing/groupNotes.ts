import type { Problem } from '../../problems/Problem';
import { fieldTypeOf } from '../../recipe/fieldTypeOf';
import type { Recipe } from '../../recipe/Recipe';
import { problemPlace } from './problemPlace';

export interface NoteGroup {
  readonly name: string;
  /** What the column became; empty for what concerns the whole file. */
  readonly type: string;
  readonly notes: readonly Problem[];
}

/** An importer's notes by column, in the order of the recipe; those on the whole file first. */
export function groupNotes(notes: readonly Problem[], recipe: Recipe): NoteGroup[] {
  const tables = Object.keys(recipe.tables);
  const groups = new Map<string, { type: string; notes: Problem[] }>([
    ['The whole file', { type: '', notes: [] }],
  ]);
  for (const [table, { fields }] of Object.entries(recipe.tables)) {
    for (const [name, field] of Object.entries(fields)) {
      groups.set(nameOf(tables, table, name), {
        type: fieldTypeOf(field.type)?.label ?? field.type,
        notes: [],
      });
    }
  }
  for (const note of notes) {
    const place = problemPlace(note.at, tables);
    const name = place.kind === 'field' ? nameOf(tables, place.table, place.field) : 'The whole file';
    const group = groups.get(name) ?? groups.get('The whole file');
    group?.notes.push(note);
  }
  return [...groups].filter(([, { notes }]) => notes.length > 0).map(([name, group]) => ({ name, ...group }));
}

function nameOf(tables: readonly string[], table: string, field: string): string {
  return tables.length > 1 ? `${table}.${field}` : field;
}
