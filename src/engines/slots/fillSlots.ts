import { articleFor } from './articleFor';
import { capitalise } from './capitalise';
import type { SlottedFact } from './slotFacts';

/** Said after a value by the prose, though it is a value's own; `May` stands before names and figures. */
const ABBREVIATION =
  /(?:^|[\s(/])(?:\p{L}|(?:\p{L}\.)+\p{L}|Inc|Ltd|Co|Corp|Bros|LLC|Dr|Drs|Mr|Mrs|Ms|Prof|Jr|Sr|St|Ave|Rd|Blvd|Nos?|approx|est|vs|etc|al|cf|[Dd]ept|Esq|Hon|Rev|Gen|Col|Sgt|Lt|Capt|Fig|Sec|Art|ca|min|max|hrs?|sec|wks?|mos?|yrs?|tabs?|caps?|pts?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|PhD)\.$/u;
/** Who speaks in a deposition. */
const SPEAKER = /(?:^|[.!?] )[QA]\.$/u;
/** Words after which a sentence cannot end. */
const OPEN_END = /(?:\b(?:is|was|are|were|be|as)|[:=])$/;
const SENTENCE_END = /[.!?…]["'”’)\]]*$/u;
/** Words that may stand twice in a row, at the end of the prose and the start of a value. */
const MAY_DOUBLE = new Set([
  'a',
  'an',
  'and',
  'for',
  'had',
  'in',
  'no',
  'of',
  'on',
  'or',
  'that',
  'the',
  'to',
]);
const mostDoubled = 4;

/**
 * Prose with its slots filled with values and names, and what touches them made to agree. A slot without a value
 * goes: its fact has been told in words.
 * A private-use mark that is no slot of these facts is dropped.
 */
export function fillSlots(reply: string, facts: readonly SlottedFact[]): string {
  const values = new Map<string, string>();
  const words = new Map<string, string>();
  for (const { slot, nameSlot, fullName, fullValue, word } of facts) {
    values.set(slot, fullValue);
    values.set(nameSlot, fullName);
    if (word !== undefined) words.set(slot, word);
  }
  const [start = '', ...pieces] = reply.trim().split(/(\p{Co})/u);
  let text = '';
  let prose = plain(start);
  let stopped = true;
  for (let at = 0; at < pieces.length; at += 2) {
    const value = values.get(pieces[at] ?? '') ?? '';
    const after = plain(pieces[at + 1] ?? '');
    if (value === '') {
      prose = toldInWords(prose.trimEnd(), words.get(pieces[at] ?? '')) + after;
      continue;
    }
    const isLast = at + 2 >= pieces.length;
    const placed = placeValue(value, after, isLast);
    const said = withoutDouble(prose, placed.value);
    text = joinValue(join(text, said), placed.value, stopped && said.trim() === '');
    prose = placed.after;
    stopped = placed.stops;
  }
  return join(text, prose).trim();
}

/** Prose that tells a fact in words, or waits for the word: `The answer was` and no more. */
function toldInWords(prose: string, word: string | undefined): string {
  return word !== undefined && OPEN_END.test(prose) ? `${prose} ${word}` : prose;
}

/** Prose as the grammar lets it be: nothing but printable marks, single spaces. */
function plain(prose: string): string {
  return prose.replace(/[\p{Cc}\p{Cs}]/gu, '').replace(/ {2,}/g, ' ');
}

function join(text: string, prose: string): string {
  if (text === '') return prose.trimStart();
  if (/^[\p{L}\p{N}(]/u.test(prose)) return `${text} ${prose}`;
  return text + prose;
}

function joinValue(text: string, value: string, isFirst: boolean): string {
  const start = withArticle(text, value);
  const gap = start === '' || /[ (/-]$/.test(start) ? '' : ' ';
  const before = start.trimEnd();
  const startsSentence =
    isFirst || (SENTENCE_END.test(before) && (!ABBREVIATION.test(before) || SPEAKER.test(before)));
  return start + gap + (startsSentence ? capitalise(value) : value);
}

/** `a` or `an` right before a value. A capital one inside a sentence is a letter: hepatitis A. */
function withArticle(text: string, value: string): string {
  return text.replace(
    /(^|[\s(/-])([Aa])n?(\s*)$/u,
    (found, before: string, letter: string, gap: string, at: number) => {
      const start = text.slice(0, at);
      if (letter === 'A' && start !== '' && !SENTENCE_END.test(start)) return found;
      const article = articleFor(value);
      return article === undefined ? found : `${before}${letter}${article.slice(1)}${gap}`;
    },
  );
}

interface Placed {
  readonly value: string;
  /** The prose behind the value, without what the value says or ends with already. */
  readonly after: string;
  /** The value's own full stop ends the sentence. */
  readonly stops: boolean;
}

function placeValue(value: string, after: string, isLast: boolean): Placed {
  const fitted = fitAge(value, withoutEcho(value, after));
  const next = fitted.after.charAt(0) || (isLast ? '' : ' ');
  if (next === '' || !/[.!?…]$/u.test(fitted.value)) return { ...fitted, stops: false };
  const isOwn = ABBREVIATION.test(fitted.value) || /(?:…|\.\.\.)$/u.test(fitted.value);
  if (next === '.' || (isOwn && /[!?]/.test(next))) {
    return { value: fitted.value, after: fitted.after.slice(1), stops: true };
  }
  return { ...fitted, value: isOwn ? fitted.value : fitted.value.replace(/[\s,;:.!?]+$/u, ''), stops: false };
}

/** `6 months` before `-year-old` becomes `6-month-old`; a short form (`54 yo`) does without. */
function fitAge(value: string, after: string): Omit<Placed, 'stops'> {
  const tail = /^-year-olds?/.exec(after)?.[0];
  if (tail === undefined || /\d$/.test(value)) return { value, after };
  const [, count, unit] = /^(.+?)[\s-]*(year|month|week|day)s?(?:[\s-]old)?$/iu.exec(value) ?? [];
  if (count === undefined || unit === undefined) return { value, after: after.slice(tail.length) };
  return { value: count, after: `-${unit.toLowerCase()}-old${after.slice(tail.length)}` };
}

/** The prose without the words it shares with the end of the value: `88 bpm` and then ` bpm`. */
function withoutEcho(value: string, after: string): string {
  if (value.endsWith('%') && after.startsWith('%')) return after.slice(1);
  const words = value.toLowerCase().split(' ');
  for (let count = Math.min(mostDoubled, words.length); count > 0; count--) {
    const shared = ` ${words.slice(-count).join(' ')}`;
    const goesOn = /^[\p{L}\p{N}]/u.test(after.slice(shared.length));
    if (after.toLowerCase().startsWith(shared) && !goesOn && !MAY_DOUBLE.has(shared.trim())) {
      return after.slice(shared.length);
    }
  }
  return after;
}

/** The prose without the title that the value begins with: `Dr.` and then `Dr. Lopez`. */
function withoutDouble(prose: string, value: string): string {
  const last = /(?:^|\s)(\p{L}+)\.?\s*$/u.exec(prose);
  const first = /^(\p{L}+)\.?\s/u.exec(value);
  if (last === null || first === null) return prose;
  const word = (last[1] ?? '').toLowerCase();
  return word === (first[1] ?? '').toLowerCase() && !MAY_DOUBLE.has(word)
    ? prose.slice(0, last.index)
    : prose;
}
