import type { WritingTask } from '../fields/FieldType';
import { problem, type Problem } from '../problems/Problem';
import type { Rung } from './Rung';
import { sentencesIn, wordsIn } from './wordsIn';

const SHORT_PHRASE = 4;
const LONG_PHRASE = 6;
const DOUBLES_ALLOWED = new Set(['had', 'that']);

/**
 * Six words in a row stand once, four at most twice; twice and three times as often from a hundred words on. What
 * a fact's value holds may return freely. (Plain records do say “is recorded as the” twice; loops go on longer.)
 */
export const loopsRung: Rung = {
  id: 'loops',
  question: 'Does it say each thing once?',
  review(text, task) {
    if (task.choices !== undefined) return [];
    const words = wordsIn(text);
    const problems: Problem[] = [];
    const doubled = doubledWord(text, task);
    if (doubled !== undefined) problems.push(problem('check.doubledWord', '', { word: doubled }));
    const sentences = sentencesIn(text).map((sentence) => wordsIn(sentence).join(' '));
    const repeated = sentences.find(
      (sentence, index) => sentence.includes(' ') && sentences.indexOf(sentence) < index,
    );
    if (repeated !== undefined) return [...problems, problem('check.repeatedSentence')];
    const hundreds = Math.floor(words.length / 100);
    const phrase =
      repeatedPhrase(words, LONG_PHRASE, 1 + hundreds, task) ??
      repeatedPhrase(words, SHORT_PHRASE, 2 + hundreds, task);
    return phrase === undefined ? problems : [...problems, problem('check.repeatedPhrase', '', { phrase })];
  },
};

/** A value may begin or end with the word beside it: “filed in In re Hale”. */
function doubledWord(text: string, task: WritingTask): string | undefined {
  const edges = new Set(
    task.facts.flatMap((fact) =>
      [fact.value, fact.name].flatMap((said) => [wordsIn(said)[0], wordsIn(said).at(-1)]),
    ),
  );
  return [...text.toLowerCase().matchAll(/(?<![\p{L}\p{N}'’-])(\p{L}+)\s+\1(?![\p{L}\p{N}'’-])/gu)]
    .map(([, word]) => word ?? '')
    .find((word) => !DOUBLES_ALLOWED.has(word) && !edges.has(word));
}

function repeatedPhrase(
  words: readonly string[],
  length: number,
  most: number,
  task: WritingTask,
): string | undefined {
  const counts = new Map<string, number>();
  for (let index = 0; index + length <= words.length; index++) {
    const phrase = words.slice(index, index + length).join(' ');
    const count = (counts.get(phrase) ?? 0) + 1;
    counts.set(phrase, count);
    if (count > most && !task.facts.some((fact) => wordsIn(fact.value).join(' ').includes(phrase)))
      return phrase;
  }
  return undefined;
}
