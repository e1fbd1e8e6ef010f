import { isIdentifier } from '../../expressions/isIdentifier';

const longestKey = 40;

/** A name that expressions can use, made from any header: `Résumé (date)` becomes `resume_date`. */
export function fieldKey(header: string, otherwise: string): string {
  const plain = header
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, longestKey)
    .replace(/_+$/, '');
  const key = /^[0-9]/.test(plain) ? `n${plain}` : plain === '' ? otherwise : plain;
  return isIdentifier(key) ? key : `${key}_`;
}

/** One key per header, all different. */
export function fieldKeys(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    const base = fieldKey(header, `column_${index + 1}`);
    let key = base;
    for (let number = 2; taken.has(key); number++) key = `${base}_${number}`;
    taken.add(key);
    return key;
  });
}
