/** A run of plain ASCII, or one other character. */
export interface Stretch {
  readonly text: string;
  readonly ascii: boolean;
}

/** The text in order, plain ASCII apart from each other character. */
export function stretchesOf(text: string): readonly Stretch[] {
  const found = text.toWellFormed().matchAll(/[\0-\x7F]+|[^\0-\x7F]/gu);
  return [...found].map(([stretch]) => ({ text: stretch, ascii: stretch < '\x80' }));
}
