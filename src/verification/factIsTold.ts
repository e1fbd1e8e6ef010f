import type { Fact } from '../fields/FieldType';
import { contentWords, stemsIn } from './contentWords';
import { datesIn, timesIn } from './dateForms';
import { numberKey, numbersIn } from './numbersIn';
import { numberWordsIn } from './numberWordsIn';
import { isNameFact, isSexFact, readSex, sexWords } from './sexOf';
import { sentencesIn, wordsIn } from './wordsIn';

const NEGATION =
  /\b(?:no|not|non|nor|never|neither|none|nil|without|denie[sd]|deny|denying|negative|absent|lacks?|free of)\b|n['’]t\b/iu;
const LONG_VALUE = 6;
const SHARE_OF_LONG_VALUE = 0.7;

/** Whether a text tells a fact, by the fact's type. A sex that is neither female nor male need not be told. */
export function factIsTold(text: string, fact: Fact): boolean {
  if (fact.value.trim() === '') return true;
  if (isSexFact(fact)) return tellsSex(text, fact.value);
  switch (fact.type) {
    case 'boolean':
      return tellsYesOrNo(text, fact);
    case 'integer':
    case 'number':
      return tellsNumbers(text, fact.value);
    case 'date':
      return tellsLiterally(text, fact.value) || tellsDate(text, fact.value);
    case 'time':
      return tellsLiterally(text, fact.value) || tellsTime(text, fact.value);
    case 'datetime':
      return tellsLiterally(text, fact.value) || (tellsDate(text, fact.value) && tellsTime(text, fact.value));
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
  const told = datesIn(text);
  return datesIn(value).every((date) =>
    told.some(
      (each) =>
        each.day === date.day &&
        each.month === date.month &&
        (Number.isNaN(each.year) || Number.isNaN(date.year) || each.year === date.year),
    ),
  );
}

function tellsTime(text: string, value: string): boolean {
  const told = timesIn(text);
  const time = timesIn(value.replace('T', ' '))[0];
  return (
    time === undefined || told.some(([hour, minute]) => hour % 12 === time[0] % 12 && minute === time[1])
  );
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

function tellsWords(text: string, value: string): boolean {
  const wanted = contentWords(value).filter((word) => !/^\d/u.test(word));
  const stems = stemsIn(text);
  const told = wanted.filter((word) => stems.has(word)).length;
  const share = wordsIn(value).length > LONG_VALUE ? SHARE_OF_LONG_VALUE : 1;
  return told >= share * wanted.length - 1e-9 && (share < 1 || tellsNumbers(text, value));
}

/**
 * Yes: the name's words stand in a clause without a negation. No: they stand in a sentence with one. Words match
 * by their start, so that `smoker` is told by “does not smoke”.
 */
function tellsYesOrNo(text: string, fact: Fact): boolean {
  const yes = /^(?:yes|true|y|1)$/iu.test(fact.value.trim());
  const wanted = contentWords(fact.name.replaceAll('_', ' '));
  const parts = yes ? text.split(/[.!?;,]\s|\b(?:and|but)\b/u) : sentencesIn(text);
  return parts.some((part) => {
    const words = wordsIn(part);
    const told = wanted.filter((word) => words.some((each) => sameStart(each, word)));
    return told.length * 2 >= wanted.length && NEGATION.test(part) !== yes;
  });
}

function sameStart(a: string, b: string): boolean {
  const length = Math.max(4, b.length - 3);
  return a === b || (a.length >= 4 && b.length >= 4 && a.slice(0, length) === b.slice(0, length));
}
