import { drawTable } from './drawTable';
import { indexEarlier } from './indexEarlier';
import type { TablePlan } from './Plan';
import type { OpenRange, TableJob } from './TableJob';
import { writeTable } from './writeTable';

/** Rows of a chunk: small where each row is dear, so that little is open at a time. */
const sampledChunkRows = 1000;
const writtenChunkRows = 200;

/** Makes what is not stored yet of one table. */
export async function makeTable(table: TablePlan, job: TableJob): Promise<void> {
  job.tally.takeUp(table.name);
  const chunkRows = table.late.length === 0 ? sampledChunkRows : writtenChunkRows;
  const stored = new Map(
    (await job.sink.closedChunks(table.name)).map((chunk) => [chunk.chunkNo, chunk.rowCount]),
  );
  const open: OpenRange[] = [];
  for (let start = 0, chunkNo = 0; start < table.rowCount; start += chunkRows, chunkNo++) {
    const rowCount = Math.min(chunkRows, table.rowCount - start);
    const storedRows = stored.get(chunkNo) ?? 0;
    if (storedRows < rowCount) open.push({ chunkNo, start, rowCount, storedRows });
    else job.tally.made += rowCount;
  }
  if (table.late.length === 0) await drawTable(table, open, job);
  else if (open.length > 0) await writeTable(table, open, job);
  else await indexEarlier(table, open, job);
}
