import { placeSlots, theName, theValue } from '../../src/engines/slots/placeSlots';
import type { SlottedFact } from '../../src/engines/slots/slotFacts';

/**
 * A reply as the writer learns to give it: it says which fact comes next before it tells it, at the start of the
 * sentence or behind the fact before. Undefined where a fact's name or value stands apart from the other, with
 * another fact or the end of a sentence between them.
 */
export function announceSlots(reply: string, facts: readonly SlottedFact[]): string | undefined {
  const announced = reply
    .split(/(?<=[.!?][")]?)(?=[ \p{Co}])/u)
    .map((sentence) => announceIn(sentence, facts))
    .join('');
  const isOnce = facts.every(({ announcement }) => announced.split(announcement).length === 2);
  return isOnce && placeSlots(announced, facts) === reply ? announced : undefined;
}

function announceIn(sentence: string, facts: readonly SlottedFact[]): string {
  let announced = '';
  let current: SlottedFact | undefined;
  let prose = '';
  for (const mark of sentence) {
    const fact = facts.find(({ slot, nameSlot }) => mark === slot || mark === nameSlot);
    if (fact === undefined) {
      prose += mark;
      continue;
    }
    if (fact !== current) announced += fact.announcement;
    announced += prose + (mark === fact.slot ? theValue : theName);
    current = fact;
    prose = '';
  }
  return announced + prose;
}
