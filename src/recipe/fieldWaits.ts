import { headOf } from './headOf';
import { needsOf } from './needsOf';
import type { Table } from './Recipe';

/** Fields of the same table that each field needs. */
export function fieldWaits(table: Table): Map<string, string[]> {
  return new Map(
    Object.entries(table.fields).map(([name, field]) => [
      name,
      [...new Set(needsOf(field).map(headOf))].filter((head) => Object.hasOwn(table.fields, head)),
    ]),
  );
}
