import { problem } from '../problems/Problem';
import type { Rung } from './Rung';
import { countWords } from '../language/countWords';

export const lengthRung: Rung = {
  id: 'length',
  question: 'Is the text as long as asked for?',
  review(text, task) {
    if (task.choices !== undefined) return [];
    const { min, max } = task.words;
    const words = countWords(text);
    if (words < min) return [problem('check.tooShort', '', { words, min })];
    return words > max ? [problem('check.tooLong', '', { words, max })] : [];
  },
};
