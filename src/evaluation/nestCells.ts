import type { Cell, FieldPath, RecordView } from '../dataset/RowBatch';

type MutableRecord = { [name: string]: Cell | MutableRecord };

/** A record as expressions see it: the cell of `patient.sex` is `record.patient.sex`. */
export function nestCells(cells: Iterable<readonly [FieldPath, Cell]>): RecordView {
  const record = Object.create(null) as MutableRecord;
  for (const [path, cell] of cells) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let inner = record;
    for (const step of steps) {
      const next = inner[step];
      inner =
        typeof next === 'object' && next !== null
          ? next
          : (inner[step] = Object.create(null) as MutableRecord);
    }
    inner[last] = cell;
  }
  return record;
}
