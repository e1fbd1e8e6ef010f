import type { RowBounds } from '../FieldType';

/** Numbers with a fixed count of decimals, counted in units of the last one: with 2 decimals 1.25 is 125. */
export interface NumberGrid {
  /** Smallest grid number not below (with `strict`, above) a value. */
  firstFrom(value: number, strict?: boolean): number;
  lastUpTo(value: number, strict?: boolean): number;
  valueAt(unit: number): number;
  readonly perOne: number;
}

export function numberGrid(decimals: number): NumberGrid {
  const perOne = 10 ** decimals;
  return {
    perOne,
    firstFrom(value, strict = false) {
      const unit = Math.round(value * perOne);
      return unit / perOne < value || (strict && unit / perOne <= value) ? unit + 1 : unit;
    },
    lastUpTo(value, strict = false) {
      const unit = Math.round(value * perOne);
      return unit / perOne > value || (strict && unit / perOne >= value) ? unit - 1 : unit;
    },
    // Dividing gives the double nearest to the decimal number, multiplying by 0.01 would not; + 0 turns -0 into 0.
    valueAt: (unit) => unit / perOne + 0,
  };
}

/** The part of `low` to `high` that bounds leave; the end nearest to them where they leave nothing. */
export function boundedUnits(
  grid: NumberGrid,
  low: number,
  high: number,
  { min, minStrict, max, maxStrict }: RowBounds,
): readonly [number, number] {
  let first = low;
  let last = high;
  if (typeof min === 'number') first = Math.min(Math.max(low, grid.firstFrom(min, minStrict)), high);
  if (typeof max === 'number') last = Math.max(Math.min(high, grid.lastUpTo(max, maxStrict)), first);
  return [first, last];
}
