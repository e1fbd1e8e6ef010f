import { describe, expect, test } from 'vitest';
import { mostSlots, slotFacts } from '../../../../src/engines/slots/slotFacts';
import { factOf } from '../../verification/taskOf';
import { slotted, withSlots } from './slotted';

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
  ])('%s: %s is told in words, as %s', (name, value, shown) => {
    expect(slotted({ [name]: value })).toMatchObject([{ value: shown, inWords: true, fullValue: '' }]);
  });

  test('a boolean is told in words whatever stands there', () => {
    expect(slotFacts([factOf('consent', '1', 'boolean')])[0]?.value).toBe('yes');
    expect(slotFacts([factOf('consent', 'no', 'boolean')])[0]?.value).toBe('no');
  });

  test.each(['no fever', 'none of the above', 'notes', 'yes, daily', 'male nurse', '1'])(
    '%s is a value',
    (value) => {
      expect(slotted({ finding: value })).toMatchObject([{ inWords: false, fullValue: value }]);
    },
  );

  test('the prompt shows 28 characters of a value and 40 of a name on one line, the text gets the whole', () => {
    const [fact] = slotted({ story: `${'long '.repeat(20)}\nend \ue001` });
    expect([...(fact?.value ?? '')]).toHaveLength(28);
    expect(fact?.value).toMatch(/^(?:long ?)+l?o?n?g?…$/);
    expect(fact?.fullValue).toBe(`${'long '.repeat(20)}end`);
    expect(slotted({ [`name ${'x'.repeat(60)}`]: '1' })[0]?.name).toHaveLength(40);
  });

  test('a value of 28 characters is shown whole', () => {
    expect(slotted({ story: 'x'.repeat(28) })[0]?.value).toBe('x'.repeat(28));
  });

  test('the prompt shows numbers of one and two digits, and that there are longer ones', () => {
    expect(slotted({ age: '9', day: '4 May 2025', code: 'AB-1234567.5' }).map(({ value }) => value)).toEqual([
      '9',
      '4 May #',
      'AB-#.5',
    ]);
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
