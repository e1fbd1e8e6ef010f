import { describe, expect, test } from 'vitest';
import { placeSlots } from '../../../../src/engines/slots/placeSlots';
import { asReply, slotted, withSlots } from './slotted';

const facts = slotted({ age: '54', sex: 'F', complaint: 'chest pain' });
const place = (reply: string): string => placeSlots(asReply(reply, facts), facts);

describe('the places of a reply', () => {
  test('get the slots of the facts that were announced', () => {
    expect(place('<1> A<v><2>-year-old woman<v><3> came in with<v>.')).toBe(
      withSlots(' A<1>-year-old woman<2> came in with<3>.'),
    );
  });

  test('of names are of the fact announced last, also behind its value', () => {
    expect(place('<3> The<n> was<v>.<1><v> is the<n>.')).toBe(withSlots(' The<n3> was<3>.<1> is the<n1>.'));
  });

  test('are dropped before the first announcement, and an announcement of no fact changes nothing', () => {
    expect(place(' Seen<v> with<n>.')).toBe(' Seen with.');
    expect(place('<3> Seen<9> with<v>.')).toBe(withSlots(' Seen with<3>.'));
  });
});
