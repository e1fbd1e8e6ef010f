import { describe, expect, test } from 'vitest';
import { mostSlots, slotFacts } from '../../../../src/engines/slots/slotFacts';
import { factOf } from '../../verification/taskOf';
import { slotted, withSlots } from './slotted';

describe('the slots of facts', () => {
  test('run over the facts in their order, also over those told in words', () => {
    const facts = slotted({ age: '54', sex: 'F', complaint: 'chest pain' });
    expect(facts.map(({ slot }) => slot)).toEqual([withSlots('<1>'), undefined, withSlots('<3>')]);
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
  ])('%s: %s is told in words, as %s', (name, value, shown) => {
    expect(slotted({ [name]: value })).toMatchObject([{ value: shown }]);
    expect(slotted({ [name]: value })[0]).not.toHaveProperty('slot');
  });

  test('a boolean is told in words whatever stands there', () => {
    expect(slotFacts([factOf('consent', '1', 'boolean')])[0]?.value).toBe('yes');
    expect(slotFacts([factOf('consent', 'no', 'boolean')])[0]?.value).toBe('no');
  });

  test.each(['no fever', 'none of the above', 'notes', 'yes, daily', 'male nurse', '1'])(
    '%s is a value',
    (value) => {
      expect(slotted({ finding: value })[0]?.slot).toBe(withSlots('<1>'));
    },
  );

  test('the prompt shows 40 characters on one line, the text gets the whole', () => {
    const [fact] = slotted({ story: `${'long '.repeat(20)}\nend \ue001` });
    expect([...(fact?.value ?? '')]).toHaveLength(40);
    expect(fact?.value).toMatch(/^(?:long ?)+l?o?n?g?…$/);
    expect(fact?.fullValue).toBe(`${'long '.repeat(20)}end`);
    expect(slotted({ [`name ${'x'.repeat(60)}`]: '1' })[0]?.name).toHaveLength(40);
  });

  test('a value of 40 characters is shown whole', () => {
    expect(slotted({ story: 'x'.repeat(40) })[0]?.value).toBe('x'.repeat(40));
  });

  test('facts without a value are left out', () => {
    expect(slotted({ a: ' ', b: '\u0000', c: '...', d: '4' }).map(({ name }) => name)).toEqual(['d']);
  });

  test('of more than there are slots the last optional ones go', () => {
    const facts = Array.from({ length: 30 }, (_, at) => factOf(`f${at}`, 'v', 'text', at >= 20));
    const kept = slotFacts(facts).map(({ name }) => name);
    expect(kept).toHaveLength(mostSlots);
    expect(kept).toEqual(facts.filter((_, at) => at < 14 || at >= 20).map(({ name }) => name));
  });
});
