import type { FieldPath } from '../dataset/RowBatch';
import { NearCopyIndex } from '../verification/NearCopyIndex';
import type { TablePlan } from './Plan';
import type { RunSink } from './RunSink';

/** One index per prose field, with the texts that an earlier part of the run stored. */
export async function indexEarlier(
  table: TablePlan,
  sink: RunSink,
): Promise<ReadonlyMap<FieldPath, NearCopyIndex>> {
  const prose = table.late.filter((field) => field.unit.id === 'text');
  const indexes = new Map(prose.map((field) => [field.name, new NearCopyIndex()]));
  if (indexes.size === 0) return indexes;
  for await (const batch of sink.readBatches(table.name)) {
    for (const column of batch.columns) {
      const index = indexes.get(column.path);
      if (index === undefined) continue;
      column.cells.forEach((cell, row) => {
        if (typeof cell === 'string') index.add(String(batch.start + row), cell);
      });
    }
  }
  return indexes;
}
