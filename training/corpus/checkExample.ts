import type { WritingTask } from '../../src/fields/FieldType';
import type { SlottedFact } from '../../src/engines/slots/slotFacts';
import { reviewText } from '../../src/verification/reviewText';

/** Marks of templates that were left over, and digits and counts that no fact gives. */
const leftOver = /[@{}[\]|^#~<>*\d]|undefined|\(\?/;
const spelled =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|thousand|first|second|third|half|dozen|twice|once|single)\b/i;

/** Why a reply is not fit to learn from, as the codes of the app's own checks; undefined when it is. */
export function checkExample(
  task: WritingTask,
  facts: readonly SlottedFact[],
  reply: string,
  text: string,
): string | undefined {
  const prose = facts.reduce(
    (rest, { slot, nameSlot }) => rest.replaceAll(slot, '').replaceAll(nameSlot, ''),
    reply,
  );
  if (leftOver.test(prose)) return 'template';
  if (spelled.test(prose)) return 'spelled number';
  if (/[^ -~]/.test(prose)) return 'characters';
  for (const { slot, fullName } of facts) {
    if (reply.split(slot).length !== 2) return `slot of ${fullName}`;
  }
  return reviewText(text, task)[0]?.code;
}
