import { describe, expect, it } from 'vitest';
import { placeSlots } from '../../../src/engines/slots/placeSlots';
import { announceSlots } from '../../../training/corpus/announceSlots';
import { asReply, slotted, withSlots } from '../engines/slots/slotted';

const facts = slotted({ age: '54', sex: 'F', complaint: 'chest pain', pressure: '142/88' });
const announce = (reply: string): string | undefined => announceSlots(withSlots(reply), facts);

describe('a reply that announces its facts', () => {
  it('says each at the start of its sentence, or behind the fact before', () => {
    const reply = ' A<1>-year-old woman<2> came in with<3>. All is well. The<n4> was<4>.';
    expect(announce(reply)).toBe(
      asReply('<1> A<v><2>-year-old woman<v><3> came in with<v>. All is well.<4> The<n> was<v>.', facts),
    );
  });

  it('also where a sentence starts with a value', () => {
    expect(announce('<3> brought a woman<2> of<1>.<4> was the<n4>.')).toBe(
      asReply('<3><v><2> brought a woman<v><1> of<v>.<4><v> was the<n>.', facts),
    );
  });

  it('can be read again', () => {
    const reply = withSlots('<3>,<1>; woman<2>. For<n4>,<4>.');
    expect(placeSlots(announceSlots(reply, facts) ?? '', facts)).toBe(reply);
  });

  it.each([
    ['whose names stand apart from their values', ' The<n1> and<n4> were<1> and<4>; woman<2> with<3>.'],
    ['that name a fact again in another sentence', ' Woman<2> of<1> with<3>,<4>. The<n4> was taken twice.'],
  ])('is not made of replies %s', (_, reply) => {
    expect(announce(reply)).toBeUndefined();
  });
});
