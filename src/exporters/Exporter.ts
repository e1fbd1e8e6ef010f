import type { ColumnType, FieldPath, RowBatch } from '../dataset/RowBatch';
import type { UnitCard } from '../fields/UnitCard';

/** The columns of one table in the order of the recipe. */
export interface TableSchema {
  readonly table: string;
  readonly columns: readonly { readonly path: FieldPath; readonly type: ColumnType }[];
}

export interface Exporter<Options> extends UnitCard {
  readonly extension: string;
  readonly mediaType: string;
  readonly defaults: Options;
  /** Bytes of one file, batch by batch; batches of any size give the same bytes. */
  write(rows: AsyncIterable<RowBatch>, schema: TableSchema, options: Options): AsyncIterable<Uint8Array>;
}
