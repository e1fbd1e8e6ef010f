import { renderTemplate } from '../../expressions/renderTemplate';
import type { WritingTask } from '../../fields/FieldType';
import { flattenLine } from '../flattenLine';
import type { SlottedFact } from './slotFacts';

const longestLine = 60;

/**
 * The prompt of a writer that fills slots: the app's and the one its training examples have. `words` is the length
 * of the prose beside the values. Of a value it says only what sort it is.
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
    facts: facts.map(({ announcement }) => announcement),
  });
}
