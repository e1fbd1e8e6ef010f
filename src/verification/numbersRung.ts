import type { Fact, WritingTask } from '../fields/FieldType';
import { problem, type Problem } from '../problems/Problem';
import { datesIn } from './dateForms';
import { numberKey, numbersIn } from './numbersIn';
import { monthNames } from './numberWords.data';
import { numberWordsIn } from './numberWordsIn';
import type { Rung } from './Rung';

/**
 * Every number must be one that the task gives: in a fact's value or name, in the kind, or in the user's own
 * instruction. A month named beside a day must be a given date's month.
 */
export const numbersRung: Rung = {
  id: 'numbers',
  question: 'Is every number in the text among the facts?',
  review(text, task) {
    if (task.choices !== undefined) return [];
    const given = givenNumbers(task);
    const problems: Problem[] = [];
    const seen = new Set<string>();
    const written = [
      ...numbersIn(text).map((digits) => ({ written: digits, key: numberKey(digits) })),
      ...numberWordsIn(text),
    ];
    for (const number of written) {
      if (given.has(number.key) || seen.has(number.key)) continue;
      seen.add(number.key);
      problems.push(problem('check.strangeNumber', '', { number: number.written }));
    }
    const months = new Set(givenTexts(task).flatMap((source) => datesIn(source).map((date) => date.month)));
    const strange = datesIn(text).find((date) => !months.has(date.month) && given.has(String(date.day)));
    if (strange !== undefined) {
      problems.push(
        problem('check.strangeMonth', '', { month: capitalised(monthNames[strange.month - 1] ?? '') }),
      );
    }
    return problems;
  },
};

function givenTexts(task: WritingTask): string[] {
  return [...task.facts.flatMap((fact) => [fact.value, fact.name]), task.kind, task.instruction ?? ''];
}

function givenNumbers(task: WritingTask): Set<string> {
  const given = new Set<string>();
  for (const source of givenTexts(task)) {
    for (const digits of numbersIn(source)) given.add(numberKey(digits));
    for (const word of numberWordsIn(source)) given.add(word.key);
  }
  for (const fact of task.facts) for (const hour of twelveHourForms(fact)) given.add(String(hour));
  return given;
}

/** 15:30 may be told as 3:30 pm, and 00:30 as 12:30 am. */
function twelveHourForms(fact: Fact): number[] {
  if (fact.type !== 'time' && fact.type !== 'datetime') return [];
  return [...fact.value.matchAll(/(?<!\d)(\d\d):\d\d/g)].map(([, hour]) => Number(hour) % 12 || 12);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
