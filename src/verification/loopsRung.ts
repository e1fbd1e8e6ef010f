import type { WritingTask } from '../fields/FieldType';
import { problem, type Problem } from '../problems/Problem';
import type { Rung } from './Rung';
import { sentencesIn, wordsIn } from './wordsIn';

const GRAM = 4;
const DOUBLES_ALLOWED = new Set(['had', 'that']);

/** Four words in a row may return once per hundred words, and freely where a fact's own value holds them. */
export const loopsRung: Rung = {
  id: 'loops',
  question: 'Does it say each thing once?',
  review(text, task) {
    if (task.choices !== undefined) return [];
    const problems: Problem[] = [];
    const words = wordsIn(text);
    const doubled = words.find(
      (word, index) =>
        index > 0 && word === words[index - 1] && /^\p{L}/u.test(word) && !DOUBLES_ALLOWED.has(word),
    );
    if (doubled !== undefined) problems.push(problem('check.doubledWord', '', { word: doubled }));
    const sentences = sentencesIn(text).map((sentence) => wordsIn(sentence).join(' '));
    const repeated = sentences.find(
      (sentence, index) => sentence.includes(' ') && sentences.indexOf(sentence) < index,
    );
    if (repeated !== undefined) return [...problems, problem('check.repeatedSentence')];
    const phrase = repeatedPhrase(words, task);
    return phrase === undefined ? problems : [...problems, problem('check.repeatedPhrase', '', { phrase })];
  },
};

function repeatedPhrase(words: readonly string[], task: WritingTask): string | undefined {
  const most = 1 + Math.floor(words.length / 100);
  const counts = new Map<string, number>();
  for (let index = 0; index + GRAM <= words.length; index++) {
    const phrase = words.slice(index, index + GRAM).join(' ');
    const count = (counts.get(phrase) ?? 0) + 1;
    counts.set(phrase, count);
    if (count > most && !task.facts.some((fact) => wordsIn(fact.value).join(' ').includes(phrase)))
      return phrase;
  }
  return undefined;
}
