import type { TablePlan } from './Plan';
import type { OpenRange, TableJob } from './TableJob';
import { consecutive, toBatch } from './toBatch';

/** Makes the open chunks of a table without written fields. */
export async function drawTable(table: TablePlan, open: readonly OpenRange[], job: TableJob): Promise<void> {
  let storing: Promise<void> = Promise.resolve();
  for (const { chunkNo, start, rowCount } of open) {
    job.signal.throwIfAborted();
    const drawn = table.settled(consecutive(start, rowCount));
    // The next chunk is drawn while this one is packed and stored; two at most are in memory.
    await storing;
    storing = job.sink.closeChunk(chunkNo, toBatch(table, drawn)).then(() => {
      job.tally.made += rowCount;
      job.onRecord(table, drawn, rowCount - 1, {});
    });
    storing.catch(() => undefined);
  }
  await storing;
}
