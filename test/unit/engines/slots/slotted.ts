import { theName, theValue } from '../../../../src/engines/slots/placeSlots';
import { slotFacts, type SlottedFact } from '../../../../src/engines/slots/slotFacts';
import { writingTask } from '../../../support/writingTask';

/** Facts with these names and values, all required, with their slots. */
export function slotted(facts: Readonly<Record<string, string>>): readonly SlottedFact[] {
  return slotFacts(writingTask('note', facts).facts);
}

/** Prose: `<1>` stands for slot 1 and `<n1>` for its name's. */
export function withSlots(text: string): string {
  return text.replace(/<(n?)(\d+)>/g, (_, name: string, number: string) =>
    String.fromCodePoint((name === '' ? 0xe000 : 0xe080) + Number(number)),
  );
}

/** A reply: `<1>` announces fact 1, `<v>` and `<n>` stand for the value and the name announced last. */
export function asReply(text: string, facts: readonly SlottedFact[]): string {
  return text
    .replaceAll('<v>', theValue)
    .replaceAll('<n>', theName)
    .replace(
      /<(\d+)>/g,
      (_, number: string) => facts[Number(number) - 1]?.announcement ?? '\uE0F0 none\uE0A1',
    );
}
