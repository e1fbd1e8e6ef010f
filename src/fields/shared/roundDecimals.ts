/** To the nearest decimal number with that many digits, half away from zero. */
export function roundDecimals(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const scaled = Math.abs(value) * scale;
  if (scaled >= 2 ** 52) return value;
  const rounded = Math.round(scaled * (1 + Number.EPSILON)) / scale;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
