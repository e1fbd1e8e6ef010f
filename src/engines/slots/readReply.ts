import { dropRepeats } from './dropRepeats';
import { fillSlots } from './fillSlots';
import { placeSlots } from './placeSlots';
import type { SlottedFact } from './slotFacts';

/** The text that a writer's reply stands for: its values in place, no empty sentence twice. */
export function readReply(reply: string, facts: readonly SlottedFact[]): string {
  return fillSlots(dropRepeats(placeSlots(reply, facts)), facts);
}
