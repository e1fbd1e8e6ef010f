import type { Cell } from '../dataset/RowBatch';

/**
 * Below, equal or above zero; undefined where the two have no order or one is missing. A date and a datetime
 * are compared by their days.
 */
export function compareCells(a: Cell, b: Cell): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== 'string' || typeof b !== 'string') return undefined;
  const [left, right] = a.length === b.length ? [a, b] : [a.slice(0, 10), b.slice(0, 10)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
