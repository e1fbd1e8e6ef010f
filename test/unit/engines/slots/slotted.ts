import { slotFacts, type SlottedFact } from '../../../../src/engines/slots/slotFacts';
import { writingTask } from '../../../support/writingTask';

/** Facts with these names and values, all required, with their slots. */
export function slotted(facts: Readonly<Record<string, string>>): readonly SlottedFact[] {
  return slotFacts(writingTask('note', facts).facts);
}

/** `<1>` stands for value slot 1 and `<n1>` for name slot 1. */
export function withSlots(text: string): string {
  return text.replace(/<(n?)(\d+)>/g, (_, name: string, number: string) =>
    String.fromCodePoint((name === '' ? 0xe000 : 0xe080) + Number(number)),
  );
}
