import type { Fact, WritingTask } from '../fields/FieldType';
import { problem, type Problem } from '../problems/Problem';
import { sameDate, sameTime, takeDates, takeTimes, type WrittenDate, type WrittenTime } from './dateForms';
import { numberKey, numbersIn } from './numbersIn';
import { numberWordsIn } from './numberWordsIn';
import type { Rung } from './Rung';

/**
 * Every number must be one that the task gives: in a fact's value or name, in the kind, or in the user's own
 * instruction. Dates and times of day are read whole, so that a given 4 March lends its 4 to no “4 days”; of a
 * given date only the year may stand alone. Numbers that look like a time but are none of those given are read
 * as numbers (`8.15`).
 */
export const numbersRung: Rung = {
  id: 'numbers',
  question: 'Is every number in the text among the facts?',
  review(text, task) {
    if (task.choices !== undefined) return [];
    const given = givenBy(task);
    const { dates, rest } = takeDates(text);
    const problems: Problem[] = dates
      .filter((date) => !given.dates.some((each) => sameDate(each, date)))
      .map((date) => problem('check.strangeDate', '', { date: date.written }));
    const strangeTimes = takeTimes(rest).times.filter(
      (time) => !given.times.some((each) => sameTime(each, time)),
    );
    const left = [takeTimes(rest).rest, ...strangeTimes.map((time) => time.written)].join(' ');
    const seen = new Set(given.numbers);
    for (const { written, key } of numbersOf(left)) {
      if (!seen.has(key)) problems.push(problem('check.strangeNumber', '', { number: written }));
      seen.add(key);
    }
    return problems;
  },
};

interface Given {
  readonly dates: WrittenDate[];
  readonly times: WrittenTime[];
  readonly numbers: Set<string>;
}

function givenBy(task: WritingTask): Given {
  const given: Given = { dates: [], times: [], numbers: new Set() };
  const moments = task.facts.filter(isMoment);
  const others = task.facts.filter((fact) => !isMoment(fact)).map((fact) => fact.value);
  for (const source of [
    ...others,
    ...task.facts.map((fact) => fact.name),
    task.kind,
    task.instruction ?? '',
  ]) {
    given.dates.push(...takeDates(source).dates);
    given.times.push(...takeTimes(source).times);
    for (const { key } of numbersOf(source)) given.numbers.add(key);
  }
  for (const { value } of moments) {
    const { dates, rest } = takeDates(value.replace(/(\d)T(\d)/, '$1 $2'));
    const { times, rest: left } = takeTimes(rest);
    given.dates.push(...dates);
    given.times.push(...times);
    for (const { year } of dates) given.numbers.add(String(year));
    for (const { key } of numbersOf(left)) given.numbers.add(key);
  }
  return given;
}

function isMoment(fact: Fact): boolean {
  return fact.type === 'date' || fact.type === 'datetime' || fact.type === 'time';
}

function numbersOf(text: string): { readonly written: string; readonly key: string }[] {
  return [
    ...numbersIn(text).map((written) => ({ written, key: numberKey(written) })),
    ...numberWordsIn(text),
  ];
}
