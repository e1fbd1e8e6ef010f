import type { Cell } from '../dataset/RowBatch';
import type { Block, BlockReader, BlockWriter, Numbers } from './Blocks';
import { formOf, temporalCode, temporalText, type TemporalForm } from './temporalCode';

/** One column's cells in the shortest form that gives every one of them back exactly. */
export type PackedCells =
  | { readonly as: 'empty' }
  /** Cell = (base + code - 1) / scale, code 0 is null; dates and times by `temporalCode`. */
  | { readonly as: 'whole'; readonly base: number; readonly scale: number; readonly codes: Block }
  | { readonly as: TemporalForm; readonly base: number; readonly codes: Block }
  /** NaN is null. */
  | { readonly as: 'double'; readonly values: Block }
  /** Positions in a list of few different cells. */
  | { readonly as: 'dictionary'; readonly values: readonly Cell[]; readonly positions: Block }
  /** Texts of one length after each other. */
  | { readonly as: 'even'; readonly length: number; readonly text: string }
  | { readonly as: 'plain'; readonly cells: readonly Cell[]; readonly negativeZeros?: readonly number[] };

const mostValues = 256;
const scales = [1, 10, 100, 1000, 10_000] as const;
const codeLimit = 2 ** 32 - 1;

/** Calls `refuse` with the row of a cell that cannot be stored: NaN, an infinity, anything that is no Cell. */
export function packCells(
  cells: readonly Cell[],
  blocks: BlockWriter,
  refuse: (row: number) => never,
): PackedCells {
  const { nulls, numbers, texts, negativeZeros } = survey(cells, refuse);
  if (nulls === cells.length) return { as: 'empty' };
  if (numbers + nulls === cells.length) return packNumbers(cells as readonly (number | null)[], blocks);
  if (texts + nulls === cells.length) {
    const packed = packTemporals(cells as readonly (string | null)[], blocks);
    if (packed !== undefined) return packed;
  }
  if (negativeZeros.length > 0) return { as: 'plain', cells, negativeZeros };
  return packDictionary(cells, blocks) ?? packEven(cells) ?? { as: 'plain', cells };
}

function survey(cells: readonly Cell[], refuse: (row: number) => never) {
  let nulls = 0;
  let numbers = 0;
  let texts = 0;
  const negativeZeros: number[] = [];
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (cell === null) nulls++;
    else if (typeof cell === 'string') texts++;
    else if (typeof cell === 'number') {
      numbers++;
      if (!Number.isFinite(cell)) refuse(row);
      if (Object.is(cell, -0)) negativeZeros.push(row);
    } else if (typeof cell !== 'boolean') refuse(row);
  }
  return { nulls, numbers, texts, negativeZeros };
}

function packNumbers(cells: readonly (number | null)[], blocks: BlockWriter): PackedCells {
  const scale = scaleOf(cells);
  const packed =
    scale &&
    packCodes(
      cells.map((cell) => cell && Math.round(cell * scale)),
      blocks,
    );
  if (scale && packed) return { as: 'whole', scale, ...packed };
  return { as: 'double', values: blocks.addDoubles(cells.map((cell) => cell ?? NaN)) };
}

/**
 * The least power of ten that makes every cell whole, undefined when none does or a cell is -0. Tested by the
 * division that `unpackCells` does; what is exact for one power is so for the next, division being rounded correctly.
 */
function scaleOf(cells: readonly (number | null)[]): number | undefined {
  let at = 0;
  for (const cell of cells) {
    if (cell === null) continue;
    if (Object.is(cell, -0)) return undefined;
    for (; ; at++) {
      const scale = scales[at];
      if (scale === undefined) return undefined;
      const whole = Math.round(cell * scale);
      if (whole / scale === cell && Number.isSafeInteger(whole)) break;
    }
  }
  return scales[at];
}

function packTemporals(cells: readonly (string | null)[], blocks: BlockWriter): PackedCells | undefined {
  const form = formOf(cells.find((cell) => cell !== null) ?? '');
  if (form === undefined) return undefined;
  const codes = new Array<number | null>(cells.length);
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row] ?? null;
    const code = cell === null ? null : temporalCode(cell, form);
    if (Number.isNaN(code)) return undefined;
    codes[row] = code;
  }
  const packed = packCodes(codes, blocks);
  return packed && { as: form, ...packed };
}

/** Undefined when the numbers lie too far apart. */
function packCodes(
  whole: readonly (number | null)[],
  blocks: BlockWriter,
): { readonly base: number; readonly codes: Block } | undefined {
  let base = Infinity;
  let top = -Infinity;
  for (const value of whole) {
    if (value === null) continue;
    if (value < base) base = value;
    if (value > top) top = value;
  }
  const most = top - base + 1;
  if (!Number.isSafeInteger(base) || !Number.isSafeInteger(top) || most > codeLimit) return undefined;
  return {
    base,
    codes: blocks.addCodes(
      whole.map((value) => (value === null ? 0 : value - base + 1)),
      most,
    ),
  };
}

/** Undefined when too many cells differ for it to be shorter. */
function packDictionary(cells: readonly Cell[], blocks: BlockWriter): PackedCells | undefined {
  const most = Math.min(mostValues, Math.ceil(cells.length / 2));
  const positionOf = new Map<Cell, number>();
  const positions: number[] = [];
  for (const cell of cells) {
    let position = positionOf.get(cell);
    if (position === undefined) {
      position = positionOf.size;
      if (position >= most) return undefined;
      positionOf.set(cell, position);
    }
    positions.push(position);
  }
  return { as: 'dictionary', values: [...positionOf.keys()], positions: blocks.addCodes(positions, most) };
}

function packEven(cells: readonly Cell[]): PackedCells | undefined {
  const length = typeof cells[0] === 'string' ? cells[0].length : 0;
  if (length === 0 || !cells.every((cell) => typeof cell === 'string' && cell.length === length))
    return undefined;
  return { as: 'even', length, text: cells.join('') };
}

export function unpackCells(packed: PackedCells, blocks: BlockReader, count: number): Cell[] {
  switch (packed.as) {
    case 'empty':
      return new Array<Cell>(count).fill(null);
    case 'whole': {
      const { base, scale } = packed;
      return decoded(blocks.read(packed.codes, count), (code) =>
        code === 0 ? null : (base + code - 1) / scale,
      );
    }
    case 'date':
    case 'time':
    case 'datetime': {
      const { as: form, base } = packed;
      return decoded(blocks.read(packed.codes, count), (code) =>
        code === 0 ? null : temporalText(base + code - 1, form),
      );
    }
    case 'double':
      return decoded(blocks.read(packed.values, count), (value) => (Number.isNaN(value) ? null : value));
    case 'dictionary':
      return decoded(blocks.read(packed.positions, count), (position) => {
        const value = packed.values[position];
        if (value === undefined) throw new Error(`no value at position ${String(position)}`);
        return value;
      });
    case 'even': {
      const { text, length } = packed;
      const cells: Cell[] = [];
      for (let at = 0; at < text.length; at += length) cells.push(text.slice(at, at + length));
      return cells;
    }
    case 'plain': {
      const cells = [...packed.cells];
      for (const row of packed.negativeZeros ?? []) cells[row] = -0;
      return cells;
    }
  }
}

/** Faster than Array.from, which walks an iterator. */
function decoded(numbers: Numbers, cellOf: (number: number) => Cell): Cell[] {
  const cells = new Array<Cell>(numbers.length);
  for (let row = 0; row < numbers.length; row++) cells[row] = cellOf(numbers[row] ?? 0);
  return cells;
}
