import type { FieldPath, RowBatch } from '../dataset/RowBatch';
import { NearCopyIndex } from '../verification/NearCopyIndex';
import { isMarked } from './isMarked';
import type { TablePlan } from './Plan';
import { consecutive } from './toBatch';
import type { OpenRange, TableJob } from './TableJob';

/** One index per prose field, with the texts of the chunks that an earlier part of the run closed; counts their marks. */
export async function indexEarlier(
  table: TablePlan,
  open: readonly OpenRange[],
  { sink, tally }: TableJob,
): Promise<ReadonlyMap<FieldPath, NearCopyIndex>> {
  const prose = table.late.filter((field) => field.unit.id === 'text');
  const indexes = new Map(prose.map((field) => [field.name, new NearCopyIndex()]));
  // The records of an open chunk are counted and indexed when it is taken up again.
  const reopened = new Set(open.map((range) => range.start));
  for await (const batch of sink.readBatches(table.name)) {
    if (reopened.has(batch.start)) continue;
    tally.marked += markedIn(batch);
    for (const { path, cells } of batch.columns) {
      const index = indexes.get(path);
      cells.forEach((cell, row) => {
        if (typeof cell === 'string') index?.add(String(batch.start + row), cell);
      });
    }
  }
  return indexes;
}

function markedIn(batch: RowBatch): number {
  const columns = Object.values(batch.lineage);
  return consecutive(0, batch.rowCount).filter((row) => isMarked(columns.map((column) => column[row])))
    .length;
}
