import type { SlottedFact } from './slotFacts';

/** Where the value of the fact announced last stands, or where it has been told in words. */
export const theValue = '\uE0F1';
/** The name of the fact announced last. */
export const theName = '\uE0F2';
const announcement = /(\uE0F0[^\p{Co}]*[\uE0A1-\uE0B8]|[\uE0F1\uE0F2])/u;

/**
 * A reply with each fact's own slots where the writer left a place, and without what it announced: what it writes up
 * to the next announcement is about that fact. A place before the first announcement is dropped.
 */
export function placeSlots(reply: string, facts: readonly SlottedFact[]): string {
  let placed = '';
  let current: SlottedFact | undefined;
  for (const piece of reply.split(announcement)) {
    if (piece === theValue) placed += current?.slot ?? '';
    else if (piece === theName) placed += current?.nameSlot ?? '';
    else if (piece.startsWith('\uE0F0'))
      current = facts.find((fact) => fact.announcement === piece) ?? current;
    else placed += piece;
  }
  return placed;
}
