import type { Cell, CellLineage, FieldPath, RowBatch } from '../dataset/RowBatch';
import type { TableSchema } from './Exporter';

/** A batch's columns in the order of the schema; a column the batch lacks is missing in every record. */
export function inSchemaOrder(batch: RowBatch, schema: TableSchema): (readonly Cell[])[] {
  const byPath = new Map(batch.columns.map((column) => [column.path, column.cells]));
  return schema.columns.map(({ path }) => byPath.get(path) ?? new Array<Cell>(batch.rowCount).fill(null));
}

export function writtenPaths(schema: TableSchema): FieldPath[] {
  return schema.columns.filter(({ origin }) => origin === 'written').map(({ path }) => path);
}

export function lineageAt(batch: RowBatch, path: FieldPath, row: number): CellLineage | undefined {
  return batch.lineage[path]?.[row];
}
