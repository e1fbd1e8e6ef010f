import type { ColumnType, FieldPath, RowBatch } from '../dataset/RowBatch';
import type { UnitCard } from '../fields/UnitCard';

export interface ExportColumn {
  readonly path: FieldPath;
  readonly type: ColumnType;
  /** What people call it; the header where an exporter shows labels. */
  readonly label?: string;
  /** Written columns have lineage. */
  readonly origin?: 'sampled' | 'derived' | 'written';
}

/** The columns of one table in the order of the recipe. */
export interface TableSchema {
  readonly table: string;
  readonly columns: readonly ExportColumn[];
}

/** Every option is a toggle or a choice and has a control; `readOptions` checks them. */
export interface Exporter<Options> extends UnitCard {
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  readonly defaults: Options;
  /** Bytes of one file, batch by batch; batches of any size give the same bytes. */
  write(
    rows: AsyncIterable<RowBatch>,
    schema: TableSchema,
    options: Options,
  ): AsyncIterable<Uint8Array<ArrayBuffer>>;
}
