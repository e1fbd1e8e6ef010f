/** The words of a text in lower case, hyphens and slashes taken apart, `'s` kept on, invisible marks left out. */
export function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .replace(/\p{Cf}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu) ?? []
  ).map((word) => word.replace('’', "'"));
}

/** Sentences without their closing mark; a full stop inside a number or after a single letter closes none. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[^\s.!?]{2}[.!?]["'”’)]*)\s+|\n+/u)
    .map((sentence) => sentence.replace(/[.!?\s"'”’)]+$/u, '').trim())
    .filter((sentence) => sentence !== '');
}
