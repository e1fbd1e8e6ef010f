import type { Cell, RecordView, RowBatch } from '../../../dataset/RowBatch';

/** One record with its parts nested: `patient.sex` is `record.patient.sex`. */
export function recordOf(batch: RowBatch, at: number): RecordView {
  const record: Record<string, Cell | Record<string, Cell>> = Object.create(null) as Record<string, Cell>;
  for (const { path, cells } of batch.columns) {
    const cell = cells[at] ?? null;
    const dot = path.indexOf('.');
    if (dot < 0) {
      record[path] = cell;
      continue;
    }
    const name = path.slice(0, dot);
    const known = record[name];
    const parts =
      typeof known === 'object' && known !== null ? known : (Object.create(null) as Record<string, Cell>);
    record[name] = parts;
    parts[path.slice(dot + 1)] = cell;
  }
  return record;
}
