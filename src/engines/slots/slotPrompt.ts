import { renderTemplate } from '../../expressions/renderTemplate';
import type { WritingTask } from '../../fields/FieldType';
import { flattenLine } from '../flattenLine';
import type { SlottedFact } from './slotFacts';

const longestLine = 60;

/**
 * The prompt of a writer that fills slots: the app's and the one its training examples have. `words` is the length
 * of the prose beside the values.
 */
export function slotPrompt(
  template: string,
  task: Pick<WritingTask, 'kind' | 'style'>,
  facts: readonly SlottedFact[],
  words: number,
): string {
  return renderTemplate(template, {
    kind: flattenLine(task.kind, longestLine).toLowerCase(),
    style: flattenLine(task.style, longestLine).toLowerCase() || 'plain',
    words,
    facts: facts.map(({ slot, name, value }) => ({ slot, name: asWords(name), value })),
  });
}

/** The writer learned names in small letters: `patientAge` and `HR` are `patient age` and `hr`. */
function asWords(name: string): string {
  return name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
}
