import { problem } from '../problems/Problem';
import type { Rung } from './Rung';

export const choicesRung: Rung = {
  id: 'choices',
  question: 'Is the value one of those allowed?',
  review(text, task) {
    return task.choices === undefined || task.choices.includes(text) ? [] : [problem('check.notAChoice')];
  },
};
