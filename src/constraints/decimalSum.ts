const mostDecimals = 10;

/** The sum as decimal numbers: 0.1 + 0.2 is 0.3. Rounded to the most decimals any of the numbers shows, 10 at most. */
export function decimalSum(numbers: readonly number[]): number {
  const decimals = Math.max(0, ...numbers.map(decimalsOf));
  const scale = 10 ** decimals;
  const total = numbers.reduce((sum, number) => sum + Math.round(number * scale), 0);
  return total === 0 ? 0 : total / scale;
}

function decimalsOf(number: number): number {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([-+]\d+))?$/.exec(String(number)) ?? [];
  return Math.min(mostDecimals, Math.max(0, fraction.length - Number(exponent)));
}
