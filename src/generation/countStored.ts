import type { RowBatch } from '../dataset/RowBatch';
import { isMarked } from './isMarked';
import type { Plan } from './Plan';
import type { RunSink } from './RunSink';
import type { Tally } from './Tally';
import { consecutive } from './toBatch';

/** Records that an earlier part of the run stored. */
export async function countStored(plan: Plan, sink: RunSink, tally: Tally): Promise<void> {
  for (const table of plan.tables) {
    tally.made += await sink.rowCount(table.name);
    if (table.late.length === 0) continue;
    for await (const batch of sink.readBatches(table.name)) {
      tally.marked += markedIn(batch);
    }
  }
}

function markedIn(batch: RowBatch): number {
  const columns = Object.entries(batch.lineage);
  if (columns.length === 0) return 0;
  return consecutive(0, batch.rowCount).filter((index) =>
    isMarked(
      Object.fromEntries(
        columns.flatMap(([path, cells]) => (cells[index] === undefined ? [] : [[path, cells[index]]])),
      ),
    ),
  ).length;
}
