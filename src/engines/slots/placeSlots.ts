import type { SlottedFact } from './slotFacts';

/** Where the value of the fact announced last stands, or where it has been told in words. */
export const theValue = '\uE0F1';
/** The name of the fact announced last. */
export const theName = '\uE0F2';

/**
 * A reply with each fact's own slots where the writer left a place. The writer announces a fact by its slot, and
 * what it writes up to the next announcement is about that fact. A place before the first announcement is dropped.
 */
export function placeSlots(reply: string, facts: readonly SlottedFact[]): string {
  let placed = '';
  let current: SlottedFact | undefined;
  for (const mark of reply) {
    const announced = facts.find(({ slot }) => slot === mark);
    if (announced !== undefined) current = announced;
    else if (mark === theValue) placed += current?.slot ?? '';
    else if (mark === theName) placed += current?.nameSlot ?? '';
    else placed += mark;
  }
  return placed;
}
