/** A number as people type it: "1,240", "-0.5", "1e3". Undefined for nothing at all. */
export function readNumber(text: string, whole: boolean): number | undefined | 'unreadable' {
  const plain = text
    .trim()
    .replace(/(\d),(?=\d{3}(\D|$))/g, '$1')
    .replaceAll('\u2212', '-');
  if (plain === '') return undefined;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return 'unreadable';
  const number = Number(plain);
  return !Number.isFinite(number) || (whole && !Number.isInteger(number)) ? 'unreadable' : number;
}
