/** How numbers are written: `1,234.5` or `1.234,5`. */
export type NumberStyle = 'point' | 'comma';

export interface ReadNumber {
  readonly value: number;
  readonly decimals: number;
}

const plain = /^[+-]?(?:\d+(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d{1,2}))?$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.(\d+))?$/;

/** Beyond these a cell is more likely a code than a measurement. */
const smallest = 1e-9;
const largest = 1e15;

/** The number in a cell; undefined when it is none. Leading zeros (`007`) make a code, not a number. */
export function readNumber(cell: string, style: NumberStyle): ReadNumber | undefined {
  if (!/\d/.test(cell) || cell.length > 40) return undefined;
  const text = style === 'point' ? cell : cell.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  const match = plain.exec(text) ?? grouped.exec(text);
  if (match === null || isCode(cell)) return undefined;
  const value = Number(text.replaceAll(',', ''));
  const fraction = (match[1] ?? match[2] ?? '').replace(/0+$/, '');
  const size = Math.abs(value);
  if (size !== 0 && (size < smallest || size > largest)) return undefined;
  return { value, decimals: Math.max(0, fraction.length - Number(match[3] ?? 0)) };
}

/** `0012`: digits whose first zero means something. */
export function isCode(cell: string): boolean {
  return /^0\d+$/.test(cell);
}
