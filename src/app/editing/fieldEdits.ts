import type { Draft, DraftOptions, DraftTable } from './Draft';

type Fields = DraftTable['fields'];

/** A name that is still free: `age`, then `age_2`, `age_3` ... */
export function freeName(wanted: string, taken: Iterable<string>): string {
  const names = new Set(taken);
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (!names.has(name)) return name;
  }
}

export function withTable(draft: Draft, table: string, change: (table: DraftTable) => DraftTable): Draft {
  const own = draft.tables[table];
  return own === undefined ? draft : { ...draft, tables: { ...draft.tables, [table]: change(own) } };
}

export function withFields(draft: Draft, table: string, change: (fields: Fields) => Fields): Draft {
  return withTable(draft, table, (own) => ({ ...own, fields: change(own.fields) }));
}

export function withConstraints(
  draft: Draft,
  table: string,
  change: (constraints: readonly DraftOptions[]) => readonly DraftOptions[],
): Draft {
  return withTable(draft, table, (own) => {
    const { constraints = [], ...rest } = own;
    const next = change(constraints);
    return next.length === 0 ? rest : { ...rest, constraints: next };
  });
}

/** Puts a field after another one, or last. */
export function insertField(fields: Fields, name: string, field: DraftOptions, after?: string): Fields {
  const entries = Object.entries(fields);
  const at = after === undefined ? -1 : entries.findIndex(([key]) => key === after);
  entries.splice(at < 0 ? entries.length : at + 1, 0, [name, field]);
  return Object.fromEntries(entries);
}

export function moveField(fields: Fields, name: string, to: number): Fields {
  const entries = Object.entries(fields);
  const from = entries.findIndex(([key]) => key === name);
  const [entry] = entries.splice(from, from < 0 ? 0 : 1);
  if (entry !== undefined) entries.splice(to, 0, entry);
  return Object.fromEntries(entries);
}

export function removeField(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}
