import type { CellLineage } from '../dataset/RowBatch';

/** Whether a written cell of one record was kept although no attempt passed. */
export function isMarked(cells: Iterable<CellLineage | undefined>): boolean {
  return [...cells].some((cell) => cell?.verdict === 'marked');
}
