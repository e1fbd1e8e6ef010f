import type { Cell, ColumnType } from '../../dataset/RowBatch';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A cell as prose says it: `4 March 2025`, `4 March 2025, 14:05`, `14:05`, `yes`. */
export function factText(cell: Exclude<Cell, null>, type: ColumnType): string {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return String(cell);
  if (type === 'date') return dayText(cell);
  if (type === 'datetime') return `${dayText(cell)}, ${cell.slice(11, 16)}`;
  return type === 'time' ? cell.slice(0, 5) : cell;
}

function dayText(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}
