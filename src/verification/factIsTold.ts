import type { Fact } from '../fields/FieldType';
import { readAbsence, type Absence } from '../language/readAbsence';
import { readAnswer, type Answer } from '../language/readAnswer';
import { isSexFact, readSex } from '../language/readSex';
import { contentWords, stem, stemsIn } from './contentWords';
import { sameDate, sameTime, takeDates, takeTimes } from './dateForms';
import { numberKey, numbersIn } from './numbersIn';
import { numberWordsIn } from './numberWordsIn';
import { isNameFact, sexWords } from './sexOf';
import { sentencesIn, wordsIn } from './wordsIn';

const NEGATION =
  /\b(?:no|not|cannot|non|nor|never|neither|none|nil|without|denie[sd]|deny|denying|negative|absent|lacks?|free of)\b|n['’]t\b/iu;
/** That nobody knows is another thing than that there is none. */
const IGNORANCE =
  /\b(?:unknown|unclear|uncertain|unspecified|undetermined|undocumented|unrecorded|unavailable)\b|(?:\b(?:not|never|cannot)|n['’]t)(?:\s\p{L}+){0,3}?\s(?:known|clear|certain|recalled|remembered|recorded|stated|given|obtained|documented|noted|available|applicable|specified|determined|established|ascertained|provided)\b|\bno\b.*\bcould be\b|\bno (?:record|information|documentation|details)\b/iu;
const LONG_VALUE = 6;
const SHARE_OF_LONG_VALUE = 0.7;

/** Whether a text tells a fact, by the fact's type. A sex that is neither female nor male need not be told. */
export function factIsTold(text: string, fact: Fact): boolean {
  if (fact.value.trim() === '') return true;
  if (isSexFact(fact)) return tellsSex(text, fact.value);
  if (fact.type !== 'boolean' && tellsValue(text, fact)) return true;
  const said = readAnswer(fact) ?? readAbsence(fact.value);
  return said !== undefined && tellsAnswer(text, fact, said);
}

function tellsValue(text: string, fact: Fact): boolean {
  switch (fact.type) {
    case 'integer':
    case 'number':
      return tellsNumbers(text, fact.value);
    case 'date':
      return tellsLiterally(text, fact.value) || tellsDate(text, fact.value);
    case 'time':
      return tellsLiterally(text, fact.value) || tellsTime(text, fact.value);
    case 'datetime':
      return tellsLiterally(text, fact.value) || (tellsDate(text, fact.value) && tellsTime(text, fact.value));
    case 'boolean':
    case 'text':
      return (
        tellsLiterally(text, fact.value) ||
        (isNameFact(fact) ? tellsName(text, fact.value) : tellsWords(text, fact.value))
      );
  }
}

function tellsLiterally(text: string, value: string): boolean {
  return ` ${wordsIn(text).join(' ')} `.includes(` ${wordsIn(value).join(' ')} `);
}

function tellsNumbers(text: string, value: string): boolean {
  const told = new Set([...numbersIn(text).map(numberKey), ...numberWordsIn(text).map((word) => word.key)]);
  return numbersIn(value).every((digits) => told.has(numberKey(digits)));
}

/** Day and month must stand together; the year may be left out of the text. */
function tellsDate(text: string, value: string): boolean {
  const wanted = takeDates(beforeTime(value)).dates;
  if (wanted.length === 0) return tellsNumbers(text, value);
  const told = takeDates(text).dates.filter((date) => !Number.isNaN(date.day));
  return wanted.every((date) => told.some((each) => sameDate(each, date)));
}

function tellsTime(text: string, value: string): boolean {
  const wanted = takeTimes(takeDates(beforeTime(value)).rest).times;
  if (wanted.length === 0) return tellsNumbers(text, value);
  const told = takeTimes(takeDates(text).rest).times;
  return wanted.every((time) => told.some((each) => sameTime(each, time)));
}

/** `2025-03-04T08:15:00` with a blank for its T. */
function beforeTime(value: string): string {
  return value.replace(/(\d)T(\d)/, '$1 $2');
}

function tellsSex(text: string, value: string): boolean {
  const sex = readSex(value);
  if (sex === 'other') return true;
  const letter = sex === 'female' ? /(?:^|[\s\d])F(?=[\s,.]|$)/u : /(?:^|[\s\d])M(?=[\s,.]|$)/u;
  return text.search(sexWords[sex]) >= 0 || letter.test(text);
}

function tellsName(text: string, value: string): boolean {
  const last = wordsIn(value).at(-1);
  return (
    last === undefined || stemsIn(text).has(contentWords(last)[0] ?? last) || wordsIn(text).includes(last)
  );
}

/** A hyphenated word may be told in one piece or in two. */
function tellsWords(text: string, value: string): boolean {
  const stems = stemsIn(text);
  const wanted = value.split(/\s+/u).filter((piece) => contentWords(piece).length > 0);
  const told = wanted.filter(
    (piece) =>
      contentWords(piece).every((word) => stems.has(word)) || stems.has(stem(wordsIn(piece).join(''))),
  );
  if (wordsIn(value).length > LONG_VALUE) return told.length >= SHARE_OF_LONG_VALUE * wanted.length - 1e-9;
  return told.length === wanted.length && tellsNumbers(text, value);
}

/**
 * Yes: the name's words stand in a clause without a negation. No, and none: they stand in a sentence with one.
 * Unknown: they stand in a sentence that says so. Words match by their start, so that `smoker` is told by “does not
 * smoke”. A name that is a code (`q17`) need not be said: the bare yes or no will do.
 */
function tellsAnswer(text: string, fact: Fact, said: Answer | Absence): boolean {
  const wanted = contentWords(fact.name.replaceAll('_', ' '));
  if (/\d/u.test(fact.name) && wordsIn(text).includes(fact.value.trim().toLowerCase())) return true;
  const parts = said === 'yes' ? text.split(/[.!?;,]\s|\b(?:and|but)\b/u) : sentencesIn(text);
  return parts.some((part) => {
    const words = wordsIn(part).map(stem);
    const told = wanted.filter((word) => words.some((each) => sameStart(each, word)));
    return told.length * 2 >= wanted.length && says[said](part);
  });
}

const says: Readonly<Record<Answer | Absence, (part: string) => boolean>> = {
  yes: (part) => !NEGATION.test(part),
  no: (part) => NEGATION.test(part),
  none: (part) => NEGATION.test(part.replace(IGNORANCE, ' ')),
  unknown: (part) => IGNORANCE.test(part),
};

function sameStart(a: string, b: string): boolean {
  const length = Math.max(4, b.length - 3);
  return a === b || (a.length >= 4 && b.length >= 4 && a.slice(0, length) === b.slice(0, length));
}
