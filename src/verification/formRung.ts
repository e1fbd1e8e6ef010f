import type { ProblemCode } from '../problems/catalogue';
import { isHeading } from '../language/isHeading';
import { problem } from '../problems/Problem';
import type { Rung } from './Rung';

const START = /^["'“‘«(]*\p{Sc}?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
const END = /[.!?…。！？؟]["'”’»)]*$/u;
/** A heading may end with its last word. */
const HEADING_END = /[\p{L}\p{M}\p{N}%°.!?…]["'”’»)\]]*$/u;
/** Inches, as in 5'10": no quotation mark. */
const INCHES = /(?<=\d['’′]\s?\d{1,2}(?:\.\d+)?)"/gu;
// Control marks but the line feed, halves of pairs, private use, and the replacement mark.
const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cs}\p{Co}\uFFFD\u2028\u2029\uFEFF]/u;
const MARKUP =
  /<\/?[a-z|!]|\|>|\*\*|```|\{\{|\}\}|\{%|\[\/?INST|^#+ |^\s*[-*•] |^\s*\d+[.)] \S+.*\n\s*\d+[.)] |\\[nt]/imu;
const ECHO =
  /(?:^|\n)\s*(?:(?:text|kind|style|instruction|answer|assistant|user|system|prompt)\s*(?::|-(?=\s))|words\s*:\s*\d)/iu;
const PUNCTUATION = /\s[,;:!?](?:\s|$)|\s\.(?:\s|$)|[,;:]\s*(?:[,;:!?]|\.(?!\d))|(?<!\.)\.\.(?!\.)|\(\s*\)/u;

export const formRung: Rung = {
  id: 'form',
  question: 'Is it clean text in whole sentences?',
  review(text, task) {
    if (task.choices !== undefined) return [];
    if (text.trim() === '') return [problem('check.empty')];
    const failed: ProblemCode[] = [];
    if (UNPRINTABLE.test(text)) failed.push('check.unprintable');
    if (!START.test(text)) failed.push('check.startsOddly');
    if (!(isHeading(task.kind) ? HEADING_END : END).test(text)) failed.push('check.endsOddly');
    if (!isBalanced(text)) failed.push('check.unbalanced');
    if (PUNCTUATION.test(text)) failed.push('check.punctuation');
    if (MARKUP.test(text)) failed.push('check.markup');
    if (ECHO.test(text) || startsWithLabel(text, task.kind)) failed.push('check.echo');
    return failed.map((code) => problem(code));
  },
};

function startsWithLabel(text: string, kind: string): boolean {
  const start = text.slice(0, kind.length + 1).toLowerCase();
  return kind !== '' && start === `${kind.toLowerCase()}:`;
}

/** Brackets nest and straight double quotes pair; curly ones open before they close. Apostrophes are left alone. */
function isBalanced(text: string): boolean {
  const closes = new Map([
    [')', '('],
    [']', '['],
    ['}', '{'],
    ['”', '“'],
    ['»', '«'],
  ]);
  const opens = new Set(closes.values());
  const open: string[] = [];
  let quotes = 0;
  for (const mark of text.replace(INCHES, '')) {
    if (mark === '"') quotes++;
    else if (opens.has(mark)) open.push(mark);
    else if (closes.has(mark) && open.pop() !== closes.get(mark)) return false;
  }
  return open.length === 0 && quotes % 2 === 0;
}
