export interface OutwardRange {
  readonly min: number;
  readonly max: number;
}

/**
 * A range that holds all values and gives none of the extremes away: rounded outward to two significant
 * digits of the larger one; where that still equals an extreme that too few records share, one step further.
 * 0 is never crossed, and 0, 1 and 100 may stay: they say what is measured, not who. With `coarse` (too few
 * values for anything finer) only powers of ten are used.
 */
export function roundOutward(
  extremes: {
    readonly min: number;
    readonly max: number;
    readonly minShared: boolean;
    readonly maxShared: boolean;
  },
  coarse = false,
): OutwardRange {
  const { min, max, minShared, maxShared } = extremes;
  if (coarse) return { min: powerBelow(min), max: powerAbove(max) };
  const size = Math.max(Math.abs(min), Math.abs(max), max - min);
  if (size === 0) return { min: 0, max: 0 };
  const exponent = Math.floor(Math.log10(size)) - 1;
  const down = scaled(Math.floor(unscaled(min, exponent)), exponent);
  const up = scaled(Math.ceil(unscaled(max, exponent)), exponent);
  const lower =
    down === min && !minShared && !isNatural(min)
      ? keepSign(min, scaled(unscaled(down, exponent) - 1, exponent))
      : down;
  const upper =
    up === max && !maxShared && !isNatural(max)
      ? keepSign(max, scaled(unscaled(up, exponent) + 1, exponent))
      : up;
  return { min: tidy(lower), max: tidy(upper) };
}

function isNatural(value: number): boolean {
  return value === 0 || value === 1 || value === 100;
}

/** A step outward from a positive minimum stops at 0, and so does one from a negative maximum. */
function keepSign(from: number, to: number): number {
  return from * to < 0 ? 0 : to;
}

function unscaled(value: number, exponent: number): number {
  return exponent < 0 ? value * 10 ** -exponent : value / 10 ** exponent;
}

function scaled(value: number, exponent: number): number {
  return exponent < 0 ? value / 10 ** -exponent : value * 10 ** exponent;
}

function powerAbove(value: number): number {
  if (value === 0) return 0;
  return value > 0 ? 10 ** Math.ceil(Math.log10(value)) : -powerBelow(-value);
}

function powerBelow(value: number): number {
  if (value === 0) return 0;
  return value > 0 ? (value < 1 ? 10 ** Math.floor(Math.log10(value)) : 0) : -powerAbove(-value);
}

function tidy(value: number): number {
  const rounded = Number(value.toPrecision(12));
  return Object.is(rounded, -0) ? 0 : rounded;
}
