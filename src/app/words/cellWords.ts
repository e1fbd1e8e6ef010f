import type { Cell, ColumnType } from '../../dataset/RowBatch';

/** A cell as the tables show it; missing cells are the caller's. */
export function cellWords(cell: Exclude<Cell, null>, type: ColumnType): string {
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  if (typeof cell === 'number') return String(cell === 0 ? 0 : cell);
  return type === 'datetime' ? cell.replace('T', ' ') : cell;
}

/** Numbers line up at their last digit. */
export function isAtEnd(type: ColumnType): boolean {
  return type === 'integer' || type === 'number';
}
