import type { CellLineage, FieldPath } from '../dataset/RowBatch';

/** Whether a cell of this record was kept although no attempt passed. */
export function isMarked(lineage: Readonly<Record<FieldPath, CellLineage>>): boolean {
  return Object.values(lineage).some((cell) => cell.verdict === 'marked');
}
