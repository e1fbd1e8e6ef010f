import { missingWords } from './missingWords.data';
import { momentFormats } from './momentFormats';
import { isCode, readNumber } from './readNumber';

/**
 * Whether the first record names the columns. It does not when one of its cells is a number, a code or a date
 * where the column below is so too, nor when at least half of its words occur again in the columns below.
 */
export function hasHeader(first: readonly string[], below: readonly (readonly string[])[]): boolean {
  if (below.length === 0) return first.every((cell) => kindOf(cell) === 'words');
  const named = first.flatMap((cell, column) => (cell === '' ? [] : [{ cell, column }]));
  if (named.length === 0) return false;
  const valueLike = named.some(({ cell, column }) => {
    const kind = kindOf(cell);
    if (kind === 'words') return false;
    const cells = cellsOf(below, column);
    const same = cells.filter((other) => kindOf(other) === kind).length;
    return cells.length === 0 || same > cells.length / 2;
  });
  if (valueLike && !isRising(named.map(({ cell }) => cell))) return false;
  const recurring = named.filter(({ cell, column }) => cellsOf(below, column).includes(cell));
  return recurring.length < named.length / 2;
}

function cellsOf(rows: readonly (readonly string[])[], column: number): string[] {
  return rows.flatMap((row) => {
    const cell = row[column];
    return cell === undefined || missingWords.has(cell.toLowerCase()) ? [] : [cell];
  });
}

function kindOf(cell: string): 'number' | 'moment' | 'words' {
  if (isCode(cell) || readNumber(cell, 'point') !== undefined || readNumber(cell, 'comma') !== undefined)
    return 'number';
  return momentFormats.some((format) => format.read(cell) !== undefined) ? 'moment' : 'words';
}

/** `2019, 2020, 2021`: years, or numbers of questions, as names. */
function isRising(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => /^\d{1,4}$/.test(cell)).map(Number);
  return (
    numbers.length >= 3 &&
    numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1)
  );
}
