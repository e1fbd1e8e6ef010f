import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapes, type Shape } from '../../../../src/engines/slots/shapeOf';
import { mostSlots, slotFacts, type SlottedFact } from '../../../../src/engines/slots/slotFacts';
import { factOf } from '../../verification/taskOf';
import { anyFacts } from './anyReply';
import { slotted, withSlots } from './slotted';

const announced = (name: string, shape: Shape): string =>
  `\uE0F0 ${name}${String.fromCodePoint(0xe0a1 + shapes.indexOf(shape))}`;

describe('the slots of facts', () => {
  test('run over the facts in their order, also over those told in words', () => {
    const facts = slotted({ age: '54', sex: 'F', complaint: 'chest pain' });
    expect(facts.map(({ slot }) => slot)).toEqual(['<1>', '<2>', '<3>'].map(withSlots));
    expect(facts.map(({ inWords }) => inWords)).toEqual([false, true, false]);
    expect(facts.map(({ nameSlot }) => nameSlot).join('')).toBe(withSlots('<n1><n2><n3>'));
  });

  test.each([
    ['sex', 'F', 'female'],
    ['gender', 'Male', 'male'],
    ['sex', 'X', 'other'],
    ['smoker', 'Y', 'yes'],
    ['smoker', 'False', 'no'],
    ['smoker', 'no', 'no'],
    ['allergies', 'None known', 'none'],
    ['allergies', 'nil', 'none'],
    ['allergies', 'N/A', 'unknown'],
    ['allergies', '-', 'unknown'],
    ['allergies', 'Not recorded.', 'unknown'],
  ] as const)('%s: %s is told in words, as %s', (name, value, shape) => {
    expect(slotted({ [name]: value })).toMatchObject([
      { announcement: announced(name, shape), inWords: true, fullValue: '' },
    ]);
  });

  test('a boolean is told in words whatever stands there', () => {
    expect(slotFacts([factOf('consent', '1', 'boolean')])[0]?.announcement).toBe(announced('consent', 'yes'));
    expect(slotFacts([factOf('consent', 'no', 'boolean')])[0]?.announcement).toBe(announced('consent', 'no'));
  });

  test.each(['no fever', 'none of the above', 'notes', 'yes, daily', 'male nurse', '1'])(
    '%s is a value',
    (value) => {
      expect(slotted({ finding: value })).toMatchObject([{ inWords: false, fullValue: value }]);
    },
  );

  test('the writer never sees a part of a value', () => {
    fc.assert(
      fc.property(anyFacts, fc.nat(30), (facts, at) => {
        const others = facts.map((fact) => ({ ...fact, value: 'z'.repeat(at + 1), type: 'text' as const }));
        const name = ({ announcement }: SlottedFact): string => announcement.slice(0, -1);
        expect(slotFacts(facts).map(name)).toEqual(slotFacts(others).map(name));
      }),
    );
  });

  test('names are said in small letters and 28 characters on one line, the text gets the whole', () => {
    const [fact] = slotted({ [`patientName ${'X'.repeat(60)}\n\ue001`]: '1' });
    expect(fact?.announcement).toBe(announced(`patient name ${'x'.repeat(15)}`, 'small'));
    expect(fact?.fullName).toBe(`patientName ${'X'.repeat(60)}`);
    expect(slotted({ 'case 12345 of 7': 'x' })[0]?.announcement).toBe(announced('case # of 7', 'phrase'));
  });

  test('no two facts are announced alike, and one without a name is', () => {
    const names = ['q 1234', 'q 5678', 'q #', '\u0007'];
    expect(
      slotted(Object.fromEntries(names.map((name) => [name, 'x']))).map(({ announcement }) => announcement),
    ).toEqual(['q #', 'q # 2', 'q # 3', 'fact'].map((name) => announced(name, 'phrase')));
  });

  test('facts without a value are left out', () => {
    expect(slotted({ a: ' ', b: '\u0000', c: '...', d: '4' }).map(({ fullName }) => fullName)).toEqual(['d']);
  });

  test('of more than there are slots the last optional ones go', () => {
    const facts = Array.from({ length: 30 }, (_, at) => factOf(`f${at}`, 'v', 'text', at >= 20));
    const kept = slotFacts(facts).map(({ fullName }) => fullName);
    expect(kept).toHaveLength(mostSlots);
    expect(kept).toEqual(facts.filter((_, at) => at < 14 || at >= 20).map(({ name }) => name));
  });
});
