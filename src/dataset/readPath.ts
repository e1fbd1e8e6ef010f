import type { Cell, FieldPath, RecordView } from './RowBatch';

/** The cell at a dotted path; null where there is none. */
export function readPath(record: RecordView, path: FieldPath): Cell {
  let value: Cell | RecordView | undefined = record;
  for (const key of path.split('.')) {
    if (value === null || typeof value !== 'object') return null;
    value = value[key];
  }
  return value === undefined || (typeof value === 'object' && value !== null) ? null : value;
}
