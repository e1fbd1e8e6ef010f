import type { Cell, CellLineage, ColumnType, RowBatch } from '../../src/dataset/RowBatch';
import type { Exporter, TableSchema } from '../../src/exporters/Exporter';

export interface TestColumn {
  readonly path: string;
  readonly type: ColumnType;
  readonly label?: string;
  readonly origin?: 'sampled' | 'derived' | 'written';
  readonly cells: readonly Cell[];
}

export function schemaOf(columns: readonly TestColumn[]): TableSchema {
  return {
    table: 'visit',
    columns: columns.map(({ path, type, label, origin }) => ({
      path,
      type,
      ...(label === undefined ? {} : { label }),
      ...(origin === undefined ? {} : { origin }),
    })),
  };
}

/** The columns cut into batches of `size` records. */
export async function* batchesOf(
  columns: readonly TestColumn[],
  size: number,
  lineage: Readonly<Record<string, readonly CellLineage[]>> = {},
): AsyncGenerator<RowBatch> {
  const rowCount = columns[0]?.cells.length ?? 0;
  for (let start = 0; start < rowCount; start += size) {
    const end = Math.min(rowCount, start + size);
    yield await Promise.resolve({
      table: 'visit',
      start,
      rowCount: end - start,
      columns: columns.map(({ path, type, cells }) => ({ path, type, cells: cells.slice(start, end) })),
      lineage: Object.fromEntries(
        Object.entries(lineage).map(([path, all]) => [path, all.slice(start, end)]),
      ),
    });
  }
}

/** The whole file as text, a byte order mark kept. */
export async function exportText<Options>(
  exporter: Exporter<Options>,
  columns: readonly TestColumn[],
  options: Partial<Options> = {},
  more: { readonly size?: number; readonly lineage?: Readonly<Record<string, readonly CellLineage[]>> } = {},
): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const rows = batchesOf(columns, more.size ?? 500, more.lineage);
  let text = '';
  for await (const bytes of exporter.write(rows, schemaOf(columns), { ...exporter.defaults, ...options })) {
    text += decoder.decode(bytes, { stream: true });
  }
  return text + decoder.decode();
}
