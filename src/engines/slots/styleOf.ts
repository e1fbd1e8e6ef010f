import type { WritingTask } from '../../fields/FieldType';
import { valueWords } from './proseLength';
import type { SlottedFact } from './slotFacts';

/** Words beside its value that a fact takes in plain sentences, at most times and nearly always. */
const plainWords = 5;
const plainWordsAtMost = 7;

/**
 * The style of a text: what the user asks for; where that is nothing, notes when whole sentences cannot hold the facts
 * within the length ("Pt c/o chest pain. P 60."), or might not have on the try before. Empty for the writer's own.
 */
export function styleOf(task: WritingTask, facts: readonly SlottedFact[]): string {
  if (task.style.trim() !== '') return task.style;
  const needed = facts.filter(({ required }) => required).length;
  const room = task.words.max - valueWords(facts);
  const perFact = (task.attempt ?? 0) === 0 ? plainWords : plainWordsAtMost;
  return room < needed * perFact ? 'telegraphic' : '';
}
