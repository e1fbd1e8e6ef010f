import type { CellLineage, FieldPath, RowBatch } from '../dataset/RowBatch';
import type { DrawnRows } from './drawRows';
import type { TablePlan } from './Plan';

/** The drawn records as a batch, columns in the order of the recipe; cells not made yet are null. */
export function toBatch(
  table: TablePlan,
  drawn: DrawnRows,
  lineage: Readonly<Record<FieldPath, readonly CellLineage[]>> = {},
): RowBatch {
  const rowCount = drawn.rows.length;
  return {
    table: table.name,
    start: drawn.rows[0] ?? 0,
    rowCount,
    columns: table.columns.map(({ path, type }) => ({
      path,
      type,
      cells: drawn.columns.get(path) ?? new Array<null>(rowCount).fill(null),
    })),
    lineage,
  };
}

/** Row numbers start, start + 1, ... */
export function consecutive(start: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => start + index);
}
