/** `12,345` */
export function countOf(count: number): string {
  return count.toLocaleString('en');
}

/** `2.4%`; a share that is not quite none or all never reads as 0% or 100%. */
export function share(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0%';
  if (part === whole) return '100%';
  const percent = (part / whole) * 100;
  if (percent < 0.1) return 'under 0.1%';
  if (percent > 99.9) return 'over 99.9%';
  return `${percent.toLocaleString('en', { maximumFractionDigits: 1 })}%`;
}
