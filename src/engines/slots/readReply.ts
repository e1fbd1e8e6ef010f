import { fillSlots } from './fillSlots';
import { placeSlots } from './placeSlots';
import type { SlottedFact } from './slotFacts';

/** The text that a writer's reply stands for. */
export function readReply(reply: string, facts: readonly SlottedFact[]): string {
  return fillSlots(placeSlots(reply, facts), facts);
}
