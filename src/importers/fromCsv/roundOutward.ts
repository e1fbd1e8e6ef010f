export interface OutwardRange {
  readonly min: number;
  readonly max: number;
}

/**
 * A range that holds all values and gives none of the extremes away: rounded outward to two significant
 * digits; where that still equals an extreme that too few records share, one step further.
 * 0 is never crossed, and 0, 1 and 100 may stay: they say what is measured, not who. With `coarse` (too few
 * values for anything finer) only powers of ten are used.
 */
export function roundOutward(
  extremes: {
    readonly min: number;
    readonly max: number;
    readonly minShared: boolean;
    readonly maxShared: boolean;
    /** Whole numbers keep whole ends. */
    readonly whole: boolean;
  },
  coarse = false,
): OutwardRange {
  const { min, max, minShared, maxShared, whole } = extremes;
  if (coarse) return { min: powerBelow(min), max: powerAbove(max) };
  const size = Math.floor(Math.log10(Math.max(Math.abs(min), Math.abs(max), max - min)));
  const finest = whole ? Math.max(0, size - 2) : size - 2;
  if (!Number.isFinite(size)) return { min: 0, max: 0 };
  const lower = outward(min, finest, minShared, Math.floor, -1);
  const upper = outward(max, finest, maxShared, Math.ceil, 1);
  return { min: lower, max: upper };
}

/** Two digits of its own, but none finer than the third digit of the larger end: near 0 they would tell too much. */
function outward(
  value: number,
  finest: number,
  shared: boolean,
  round: (value: number) => number,
  step: -1 | 1,
): number {
  const own = value === 0 ? finest : Math.floor(Math.log10(Math.abs(value)));
  const exponent = Math.max(own - 1, finest);
  const rounded = tidy(scaled(round(tidy(unscaled(value, exponent))), exponent));
  if (rounded !== value || shared || isNatural(value)) return rounded;
  return keepSign(value, tidy(scaled(round(tidy(unscaled(value, exponent))) + step, exponent)));
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
