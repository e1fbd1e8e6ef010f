import type { Fact } from '../../src/fields/FieldType';
import type { SlottedFact } from '../../src/engines/slots/slotFacts';

/** The role of a fact that no kind knows. */
export const strange = 'strange';

/** A fact as the generator drew it. */
export interface DrawnFact extends Fact {
  /** A key of the roles, or `strange`. */
  readonly role: string;
}

/** A drawn fact with its slots, as the composer tells it. */
export interface TellableFact extends DrawnFact {
  readonly slotted: SlottedFact;
}

export type Sex = 'female' | 'male' | 'other';

export function sexOf(facts: readonly DrawnFact[]): Sex | undefined {
  const said = facts.find(({ role }) => role === 'sex' || role === 'clientSex')?.value.toLowerCase();
  if (said === undefined) return undefined;
  if (['f', 'female', 'woman'].includes(said)) return 'female';
  return ['m', 'male', 'man'].includes(said) ? 'male' : 'other';
}
