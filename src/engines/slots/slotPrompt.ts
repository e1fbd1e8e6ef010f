import { renderTemplate } from '../../expressions/renderTemplate';
import type { WritingTask } from '../../fields/FieldType';
import { flattenLine } from '../flattenLine';
import type { SlottedFact } from './slotFacts';

const longestLine = 60;

/**
 * The prompt of a writer that fills slots: the app's and the one its training examples have. `words` is the length
 * of the prose beside the values. A fact's line ends with its value's slot, or with its name's slot when it is
 * told in words.
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
    facts: facts.map(({ slot, nameSlot, name, value }) => ({
      slot: slot ?? nameSlot,
      name: asWords(name),
      value,
    })),
  });
}

/** The writer learned names in small letters: `patientAge` and `HR` are `patient age` and `hr`. */
function asWords(name: string): string {
  return name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase();
}
