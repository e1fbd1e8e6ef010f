import type { CellLineage } from '../dataset/RowBatch';
import type { TablePlan } from './Plan';
import type { RunSink } from './RunSink';
import type { OpenRange } from './TableJob';
import type { WrittenRecord } from './writeRecord';
import { consecutive } from './toBatch';

interface KeptEntry extends WrittenRecord {
  readonly row: number;
}

/** What an earlier part of the run wrote of an open chunk: in the journal, or stored when it was stopped. */
export async function keptEntries(table: TablePlan, range: OpenRange, sink: RunSink): Promise<KeptEntry[]> {
  const journal = await sink.journal(table.name, range.start, range.rowCount);
  if (range.storedRows === 0) return [...journal];
  const stored = await sink.readRows(table.name, range.start, range.storedRows);
  const written = table.late.filter((field) => field.unit.origin === 'written').map((field) => field.name);
  const fromStored = consecutive(0, stored.rowCount).map((index) => {
    const cells: KeptEntry['cells'] = {};
    const lineage: KeptEntry['lineage'] = {};
    for (const path of written) {
      const cell = stored.columns.find((column) => column.path === path)?.cells[index];
      cells[path] = typeof cell === 'string' ? cell : null;
      lineage[path] = stored.lineage[path]?.[index] as CellLineage;
    }
    return { row: stored.start + index, cells, lineage };
  });
  const storedEnd = range.start + range.storedRows;
  return [...fromStored, ...journal.filter((entry) => entry.row >= storedEnd)];
}
