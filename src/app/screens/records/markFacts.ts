export interface TextPiece {
  readonly text: string;
  /** Which fact these words are; null for the writer's own. */
  readonly fact: number | null;
}

/** Splits a text so that the words of each fact stand alone. Longer facts win where two overlap. */
export function markFacts(text: string, values: readonly string[]): TextPiece[] {
  const taken: { from: number; to: number; fact: number }[] = [];
  const order = values
    .map((value, fact) => ({ value: value.trim(), fact }))
    .sort((a, b) => b.value.length - a.value.length);
  for (const { value, fact } of order) {
    if (value === '') continue;
    for (const from of occurrences(text, value)) {
      const to = from + value.length;
      if (taken.every((other) => to <= other.from || from >= other.to)) taken.push({ from, to, fact });
    }
  }
  taken.sort((a, b) => a.from - b.from);
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { from, to, fact } of taken) {
    if (from > at) pieces.push({ text: text.slice(at, from), fact: null });
    pieces.push({ text: text.slice(from, to), fact });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), fact: null });
  return pieces;
}

const word = /[\p{L}\p{N}]/u;

/** Where a value stands as whole words, whatever its case: `84` is not found in `184` nor in `84.5`. */
function occurrences(text: string, value: string): number[] {
  const found: number[] = [];
  const [inside, wanted] = [text.toLowerCase(), value.toLowerCase()];
  if (inside.length !== text.length) return found;
  for (let at = inside.indexOf(wanted); at >= 0; at = inside.indexOf(wanted, at + 1)) {
    const before = inside.slice(0, at);
    const after = inside.slice(at + wanted.length);
    const begins = !word.test(before.at(-1) ?? '') && !/\d[.,]$/.test(before);
    const ends = !word.test(after.at(0) ?? '') && !/^[.,]\d/.test(after);
    if (begins && ends) found.push(at);
  }
  return found;
}
