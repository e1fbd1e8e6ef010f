/** A name that every system takes, from a title in any script: "ed-triage-visit.csv". */
export function fileName(parts: readonly string[], extension: string): string {
  const stem = parts
    .join('-')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${[...stem].slice(0, 80).join('').replace(/-+$/, '') || 'records'}.${extension}`;
}
