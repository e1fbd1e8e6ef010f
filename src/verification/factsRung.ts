import { problem } from '../problems/Problem';
import { factIsTold } from './factIsTold';
import type { Rung } from './Rung';

export const factsRung: Rung = {
  id: 'facts',
  question: 'Does the text use every fact?',
  review(text, task) {
    if (task.choices !== undefined) return [];
    return task.facts
      .filter((fact) => fact.required && !factIsTold(text, fact))
      .map((fact) => problem('check.factMissing', '', { fact: fact.name }));
  },
};
