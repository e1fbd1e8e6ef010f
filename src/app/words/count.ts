const plain = new Intl.NumberFormat('en');
const few = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const large = new Intl.NumberFormat('en', {
  notation: 'compact',
  compactDisplay: 'long',
  maximumSignificantDigits: 3,
});
const shares = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** 1240 as "1,240". */
export function count(value: number): string {
  return plain.format(value);
}

/** "1 record", "1,240 records". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${plain.format(value)} ${value === 1 ? one : many}`;
}

/** Three digits that count: "0.034", "12.5", "1,240". */
export function rounded(value: number): string {
  return Math.abs(value) >= 1000 ? plain.format(Math.round(value)) : few.format(value);
}

/** A large number in words: "3.05 million". */
export function compact(value: number): string {
  return large.format(value);
}

/** A share of 0 to 1 as "12.5%". Never rounds up to all or down to nothing. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return 'under 0.1%';
  if (share > 0.999 && share < 1) return 'over 99.9%';
  return shares.format(share);
}

/** "310 bytes", "4.2 MB"; powers of a thousand. */
export function bytes(size: number): string {
  if (size < 1000) return counted(size, 'byte');
  const power = Math.min(3, Math.floor(Math.log10(size) / 3));
  return `${few.format(size / 1000 ** power)} ${['', 'kB', 'MB', 'GB'][power] ?? ''}`;
}
