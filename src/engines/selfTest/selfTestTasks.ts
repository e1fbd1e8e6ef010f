import type { Fact, WritingTask } from '../../fields/FieldType';
import type { ModelCard, RenderedTask } from '../Engine';
import { renderTask } from '../renderTask';

const seed = 20261120;
/** Enough for wrong numbers to show, and done in seconds by the slowest model. */
const maxTokens = 40;

const facts = (values: Readonly<Record<string, string>>): Fact[] =>
  Object.entries(values).map(([name, value]) => ({ path: name, name, value, type: 'text', required: true }));

const words = { min: 30, max: 40 };
const tasks: readonly WritingTask[] = [
  {
    kind: 'triage note',
    facts: facts({ age: '71', sex: 'female', complaint: 'chest pain', pulse: '96' }),
    words,
    style: 'plain',
  },
  {
    kind: 'discharge summary',
    facts: facts({ diagnosis: 'pneumonia', 'length of stay': '4 days', medication: 'amoxicillin' }),
    words,
    style: 'formal',
  },
  {
    kind: 'client update',
    facts: facts({ client: 'Mara Lindqvist', matter: 'lease renewal', deadline: '3 March 2026' }),
    words,
    style: 'formal',
  },
  {
    kind: 'billing narrative',
    facts: facts({ task: 'review of the contract', hours: '1.5' }),
    words,
    style: 'terse',
  },
];

/**
 * The fixed texts of a self-test as one model is asked for them: always the likeliest token, so that only its numbers
 * decide, and without a grammar, which would make readable texts of wrong numbers.
 */
export function selfTestTasks(card: ModelCard): readonly RenderedTask[] {
  return tasks.map((task) => {
    const { prompt } = renderTask(task, card, seed);
    return { prompt, maxTokens, temperature: 0, seed };
  });
}
