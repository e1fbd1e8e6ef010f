import type { WritingTask } from '../fields/FieldType';
import { isSexFact, type Sex } from '../language/readSex';
import { problem } from '../problems/Problem';
import type { Rung } from './Rung';
import { isNameFact, sexOf, sexWords } from './sexOf';

/**
 * Words of the other sex are wrong wherever they stand, unless a fact's own value uses them. With a stated sex
 * that is neither, or a named person whose sex no fact states, words of both are wrong. Where two persons of
 * different sex are among the facts, or no person is, nothing is asked.
 */
export const pronounsRung: Rung = {
  id: 'pronouns',
  question: 'Do pronouns agree with the sex?',
  review(text, task) {
    if (task.choices !== undefined) return [];
    const own = new Set(
      task.facts.filter((fact) => !isSexFact(fact)).flatMap((fact) => found(fact.value, 'both')),
    );
    const word = found(text, forbidden(task)).find((each) => !own.has(each));
    return word === undefined ? [] : [problem('check.pronoun', '', { word })];
  },
};

function forbidden(task: WritingTask): 'female' | 'male' | 'both' | 'none' {
  const sex: Sex | undefined = sexOf(task);
  if (sex === 'female') return 'male';
  if (sex === 'male') return 'female';
  if (sex === 'other') return 'both';
  return !task.facts.some(isSexFact) && task.facts.some(isNameFact) ? 'both' : 'none';
}

function found(text: string, which: 'female' | 'male' | 'both' | 'none'): string[] {
  const lists = {
    female: [sexWords.female],
    male: [sexWords.male],
    both: [sexWords.female, sexWords.male],
    none: [],
  };
  return lists[which].flatMap((words) => text.match(words) ?? []).map((word) => word.toLowerCase());
}
