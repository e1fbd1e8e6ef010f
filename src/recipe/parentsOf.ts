import type { Table } from './Recipe';

export interface Parent {
  /** The `reference` field that finds it. */
  readonly field: string;
  readonly table: string;
  /** The key it points at: a path inside the parent table. */
  readonly key: string;
}

/** Tables that a table's `reference` fields point to, in the order of the fields. */
export function parentsOf(table: Table): Parent[] {
  return Object.entries(table.fields).flatMap(([field, options]) => {
    const to = options['to'];
    if (options.type !== 'reference' || typeof to !== 'string') return [];
    const dot = to.indexOf('.');
    return dot < 0 ? [] : [{ field, table: to.slice(0, dot), key: to.slice(dot + 1) }];
  });
}
