/** Words as a reader counts them: `41-year-old`, `142/88` and `Dr.` are one each, a lone dash is none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
}
