import type { FieldPath } from '../dataset/RowBatch';

/** `patient` of `patient.sex`. */
export function headOf(path: FieldPath): string {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
}
