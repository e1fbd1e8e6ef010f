import { constraintTypeOf } from '../../recipe/constraintTypeOf';
import { fieldTypeOf } from '../../recipe/fieldTypeOf';
import type { Draft, DraftOptions } from './Draft';
import { freeName, insertField, withConstraints, withFields } from './fieldEdits';

/** A new field of a type, with the options its unit starts from, after the selected one. */
export function addField(
  draft: Draft,
  table: string,
  type: string,
  after?: string,
): { draft: Draft; name: string } {
  const name = freeName(type === 'id' ? `${table}_id` : type, Object.keys(draft.tables[table]?.fields ?? {}));
  const field: DraftOptions = { type, ...fieldTypeOf(type)?.defaults };
  return { name, draft: withFields(draft, table, (fields) => insertField(fields, name, field, after)) };
}

export function addConstraint(draft: Draft, table: string, type: string): Draft {
  const constraint: DraftOptions = { type, ...constraintTypeOf(type)?.defaults };
  return withConstraints(draft, table, (constraints) => [...constraints, constraint]);
}

/** A field of another type: what all fields share stays, the rest starts from the new unit's options. */
export function retyped(field: DraftOptions, type: string): DraftOptions {
  const shared = Object.fromEntries(
    ['label', 'missing'].flatMap((key) => (key in field ? [[key, field[key]]] : [])),
  );
  return { type, ...shared, ...fieldTypeOf(type)?.defaults };
}
