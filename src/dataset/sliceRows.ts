import type { RowBatch } from './RowBatch';

/** Rows [start, end) of one table as one batch, from batches that follow each other without a gap. */
export function sliceRows(batches: readonly RowBatch[], table: string, start: number, end: number): RowBatch {
  const first = batches[0];
  if (first === undefined) return { table, start, rowCount: 0, columns: [], lineage: {} };
  const cut = <Item>(itemsOf: (batch: RowBatch) => readonly Item[] | undefined): Item[] =>
    batches.flatMap((batch) =>
      (itemsOf(batch) ?? []).slice(Math.max(0, start - batch.start), Math.max(0, end - batch.start)),
    );
  const columns = first.columns.map(({ path, type }, at) => ({
    path,
    type,
    cells: cut((batch) => batch.columns[at]?.cells),
  }));
  const lineage = Object.fromEntries(
    Object.keys(first.lineage).map((path) => [path, cut((batch) => batch.lineage[path])]),
  );
  return { table, start, rowCount: Math.max(0, end - start), columns, lineage };
}
