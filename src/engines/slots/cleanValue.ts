/** Marks of templates, chats and pages that the checks of a written text refuse. */
const MARKUP = /\*\*|```|\{\{|\}\}|\{%|%\}|\|>|<(?=[/a-z|!])|\[(?=\/?INST)|\\(?=[nt])/giu;
const TAG = /<(\/?[a-z!|][^<>]*)>/giu;
const BULLET = /^(?:#+|[-*•])\s+/u;
const CLOSES = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
  ['”', '“'],
  ['»', '«'],
]);
const OPENS = new Set(CLOSES.values());

/**
 * A value, or a fact's name, as it can stand inside any sentence: one line without control and private-use marks,
 * without markup, its quotes and brackets in pairs, no mark at its edges that would meet one of the sentence. What
 * goes leaves a space, so that its words stay the words they were.
 */
export function cleanValue(value: string): string {
  const line = value
    .normalize('NFC')
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\uFFFD]/gu, ' ')
    .replace(/(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(TAG, ' $1 ')
    .replace(MARKUP, ' ')
    .replace(/(?<=\d['’′]\s?\d{1,2}(?:\.\d+)?)"/gu, '″');
  return tidy(pairMarks(line).trim().replace(BULLET, ''));
}

/** Marks without a partner become spaces. */
function pairMarks(line: string): string {
  const marks = [...line];
  const open: number[] = [];
  const lonely = new Set<number>();
  const quotes: number[] = [];
  marks.forEach((mark, at) => {
    if (mark === '"') quotes.push(at);
    else if (OPENS.has(mark)) open.push(at);
    else if (CLOSES.has(mark)) {
      if (marks[open.at(-1) ?? -1] === CLOSES.get(mark)) open.pop();
      else lonely.add(at);
    }
  });
  for (const at of open) lonely.add(at);
  if (quotes.length % 2 === 1) lonely.add(quotes.at(-1) ?? -1);
  return marks.map((mark, at) => (lonely.has(at) ? ' ' : mark)).join('');
}

/** The spaces and doubled marks that no sentence has, and marks at the edges, go until none is left. */
function tidy(line: string): string {
  const tidier = line
    .replace(/\(\s*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s(?!\.\.\.)(?=[,;:.!?]+(?:\s|$))/gu, '')
    .replace(/[,;:](?=\s*(?:[,;:!?]|\.(?!\d)))/gu, '')
    .replace(/(?<!\.)\.\.(?!\.)/gu, '.')
    .replace(/^(?:[\s,;:!?]|\.(?!\d))+|[\s,;:]+$/gu, '');
  return tidier === line ? line : tidy(tidier);
}
