import type { Cell } from '../dataset/RowBatch';

/**
 * One column's cells in the shortest of a few JSON forms: as they are; few different values as a list of
 * them and positions in it; texts of one length (dates, ids) as one long text; nothing but null as nothing.
 */
export type PackedCells =
  | { readonly as: 'plain'; readonly cells: readonly Cell[]; readonly negativeZeros?: readonly number[] }
  | { readonly as: 'dictionary'; readonly values: readonly Cell[]; readonly positions: readonly number[] }
  | { readonly as: 'even'; readonly length: number; readonly text: string }
  | { readonly as: 'empty'; readonly count: number };

const mostValues = 256;

/** Calls `refuse` with the row of a cell that JSON cannot hold: NaN, an infinity, anything that is no Cell. */
export function packCells(cells: readonly Cell[], refuse: (row: number) => never): PackedCells {
  const negativeZeros: number[] = [];
  let nulls = 0;
  let textLength = -1;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row] as Cell;
    if (typeof cell === 'string') {
      textLength = row === 0 || textLength === cell.length ? cell.length : -2;
      continue;
    }
    textLength = -2;
    if (cell === null) nulls++;
    else if (typeof cell === 'number') {
      if (!Number.isFinite(cell)) refuse(row);
      if (Object.is(cell, -0)) negativeZeros.push(row);
    } else if (typeof cell !== 'boolean') refuse(row);
  }
  if (nulls === cells.length) return { as: 'empty', count: nulls };
  if (negativeZeros.length > 0) return { as: 'plain', cells, negativeZeros };
  const dictionary = dictionaryOf(cells);
  if (dictionary !== undefined) return dictionary;
  if (textLength > 0) return { as: 'even', length: textLength, text: cells.join('') };
  return { as: 'plain', cells };
}

/** Undefined when too many cells differ for it to be shorter. */
function dictionaryOf(cells: readonly Cell[]): PackedCells | undefined {
  const most = Math.min(mostValues, cells.length / 4);
  const positionOf = new Map<Cell, number>();
  const positions = new Array<number>(cells.length);
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row] as Cell;
    let position = positionOf.get(cell);
    if (position === undefined) {
      position = positionOf.size;
      if (position >= most) return undefined;
      positionOf.set(cell, position);
    }
    positions[row] = position;
  }
  return { as: 'dictionary', values: [...positionOf.keys()], positions };
}

export function unpackCells(packed: PackedCells): Cell[] {
  switch (packed.as) {
    case 'plain': {
      const cells = [...packed.cells];
      for (const row of packed.negativeZeros ?? []) cells[row] = -0;
      return cells;
    }
    case 'dictionary':
      return packed.positions.map((position) => {
        const value = packed.values[position];
        if (value === undefined) throw new Error(`no value at position ${String(position)}`);
        return value;
      });
    case 'even': {
      const cells: Cell[] = [];
      for (let at = 0; at < packed.text.length; at += packed.length) {
        cells.push(packed.text.slice(at, at + packed.length));
      }
      return cells;
    }
    case 'empty':
      return new Array<Cell>(packed.count).fill(null);
  }
}
