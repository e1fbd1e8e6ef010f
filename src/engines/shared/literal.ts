/** A GBNF string that matches exactly this text. */
export function literal(text: string): string {
  return `"${[...text].map(escapePoint).join('')}"`;
}

/** A code point as GBNF takes it, in a string and in a character class alike. */
export function escapePoint(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const hex = point.toString(16).toUpperCase();
  if (point > 0xffff) return `\\U${hex.padStart(8, '0')}`;
  if (point > 0x7e) return `\\u${hex.padStart(4, '0')}`;
  return point < 0x20 || '\\"[]^-'.includes(character) ? `\\x${hex.padStart(2, '0')}` : character;
}
