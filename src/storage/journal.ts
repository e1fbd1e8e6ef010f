import type { Database } from './database';
import type { JournalEntry } from './records';

export async function appendEntries(database: Database, entries: readonly JournalEntry[]): Promise<void> {
  await database.journal.bulkAdd(entries);
}

export function entriesOf(database: Database, runId: string, table: string, start: number, rowCount: number) {
  return database.journal
    .where('[runId+table+row]')
    .between([runId, table, start], [runId, table, start + rowCount], true, false);
}

/** One entry a record, by row. A record may have been journalled a cell at a time: the later cell counts. */
export function mergeEntries(entries: readonly JournalEntry[]): JournalEntry[] {
  const byRow = new Map<number, JournalEntry>();
  for (const entry of entries) {
    const before = byRow.get(entry.row);
    byRow.set(entry.row, {
      ...entry,
      cells: { ...before?.cells, ...entry.cells },
      lineage: { ...before?.lineage, ...entry.lineage },
    });
  }
  return [...byRow.values()];
}
