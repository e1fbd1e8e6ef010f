import { theName, theValue } from '../../../../src/engines/slots/placeSlots';
import { slotFacts, type SlottedFact } from '../../../../src/engines/slots/slotFacts';
import { writingTask } from '../../../support/writingTask';

/** Facts with these names and values, all required, with their slots. */
export function slotted(facts: Readonly<Record<string, string>>): readonly SlottedFact[] {
  return slotFacts(writingTask('note', facts).facts);
}

/** `<1>` stands for slot 1 and `<n1>` for its name's, `<v>` and `<n>` for the value and name announced last. */
export function withSlots(text: string): string {
  return text
    .replaceAll('<v>', theValue)
    .replaceAll('<n>', theName)
    .replace(/<(n?)(\d+)>/g, (_, name: string, number: string) =>
      String.fromCodePoint((name === '' ? 0xe000 : 0xe080) + Number(number)),
    );
}
