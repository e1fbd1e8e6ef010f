import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slotFacts } from '../../../../src/engines/slots/slotFacts';
import { slotGrammar } from '../../../../src/engines/slots/slotGrammar';
import { matches, readGrammar } from '../../../support/gbnf';
import { factOf } from '../../verification/taskOf';
import { slotted, withSlots } from './slotted';

const visit = slotted({ age: '54', sex: 'F', complaint: 'chest pain', pressure: '142/88' });
const grammar = slotGrammar(visit, 'triage note');
const allows = (reply: string): boolean => matches(grammar, withSlots(reply));

describe('prose with slots', () => {
  test.each([
    ' A<1>-year-old woman came in with<3>. Her pressure was<4>.',
    '<4> was the pressure of a woman of<1> with<3>.',
    '<n3>:<3>; pressure<4>,<1> years old.',
    ' Seen with<3><4> (<1>). Settled; no more, e.g. none!',
    ' Seen w/ <3> -<4>; +<1> yo.<n1> - <n3> =<n4>.',
    ' Woman (<1>) with<3> -<4>. (Seen.)',
    " The patient's<n4>,<n3> &<n1>:<4>,<3>/<1>?",
    ' Well.<1>,<3>,<4>.',
  ])('may be %j', (reply) => {
    expect(allows(reply)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['a reply without one of the values', ' A<1>-year-old with<3>.'],
    ['a value twice', ' A<1>-year-old,<1>, with<3> and<4>.'],
    ['a value that is told in words', ' A<1>-year-old<2> with<3> and<4>.'],
    ['a slot of no fact', ' A<1>-year-old with<3> and<4> and<5>.'],
    ['a name of no fact', ' A<1>-year-old with<3> and<4> and<n5>.'],
    ['a digit', ' A<1>-year-old with<3> and<4> at 3.'],
    ['a start in lower case', ' a<1>-year-old with<3> and<4>.'],
    ['a start without a space', 'A<1>-year-old with<3> and<4>.'],
    ['no sentence end', ' A<1>-year-old with<3> and<4>'],
    ['two spaces', ' A<1>-year-old  with<3> and<4>.'],
    ['a space before a mark', ' A<1>-year-old , with<3> and<4>.'],
    ['two spaces before a slot', ' A  <1>-year-old with<3> and<4>.'],
    ['a doubled mark', ' A<1>-year-old,, with<3> and<4>.'],
    ['a full stop after a mark', ' A<1>-year-old with<3> and<4>,.'],
    ['a word right after a comma', ' A<1>-year-old,with<3> and<4>.'],
    ['a quotation mark', ' A "<1>-year-old" with<3> and<4>.'],
    ['a line break', ' A<1>-year-old.\nSeen with<3> and<4>.'],
    ['a letter of another script', ' A<1>-year-old з with<3> and<4>.'],
  ])('is never %s', (_, reply) => {
    expect(allows(reply)).toBe(false);
  });

  test('tells an optional value once or not at all', () => {
    const facts = slotFacts([factOf('age', '54'), factOf('pulse', '88', 'text', false)]);
    const some = slotGrammar(facts, 'note');
    const ways = [' Age<1>.', ' Age<1>, pulse<2>.', ' Pulse<2>, age<1>.', ' Pulse<2>.', ' Age<1><2><2>.'];
    expect(ways.map((reply) => matches(some, withSlots(reply)))).toEqual([true, true, true, false, false]);
  });

  test('starts a text or a sentence with such values only as can', () => {
    const facts = slotted({ ph: 'pH 7.2', smile: '🩺', label: 'note: x', word: 'pain', number: '4' });
    const some = slotGrammar(facts, 'note');
    const starts = (slot: number): boolean => {
      const others = [1, 2, 3, 4, 5].filter((other) => other !== slot).map((other) => `<${other}>`);
      const first = matches(some, withSlots(`<${slot}> was,${others.join(',')}.`));
      const later = matches(some, withSlots(` Seen,${others.join(',')}.<${slot}> too.`));
      expect(later).toBe(first);
      return first;
    };
    expect([1, 2, 3, 4, 5].map(starts)).toEqual([false, false, false, true, true]);
  });

  test('takes a heading without its full stop, once it is whole', () => {
    const facts = slotted({ subject: 'hearing', day: '4 May' });
    const heading = slotGrammar(facts, 'email subject line');
    const reads = [' New day for<1>:<2>', '<1> moved to<2> again', ' Moved<1>,<2>.', '<1>, on<2>,', ' On<2>'];
    expect(reads.map((reply) => matches(heading, withSlots(reply)))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(matches(slotGrammar([], 'title'), '')).toBe(false);
    expect(matches(slotGrammar([], 'title'), ' Notice')).toBe(true);
    expect(matches(slotGrammar([], 'note'), ' Notice')).toBe(false);
  });

  test('takes up to nine values in any order', () => {
    const nine = Array.from({ length: 9 }, (_, at) => `<${at + 1}>`);
    const facts = slotted(Object.fromEntries(nine.map((name) => [name, '1'])));
    const some = slotGrammar(facts, 'note');
    fc.assert(
      fc.property(fc.shuffledSubarray(nine, { minLength: 8 }), (order) => {
        expect(matches(some, withSlots(` It is${order.join(' and')}.`))).toBe(order.length === 9);
      }),
      { numRuns: 10 },
    );
  });

  test('takes more of them in an order near to theirs, and stays small', () => {
    const many = Array.from({ length: 24 }, (_, at) => `<${at + 1}>`);
    const facts = slotted(Object.fromEntries(many.map((name) => [name, '1'])));
    const some = slotGrammar(facts, 'note');
    expect(readGrammar(some).size).toBeLessThan(1300);
    expect(matches(some, withSlots(` It is${many.join(' and')}.`))).toBe(true);
    const [first, second, third, ...rest] = many;
    const near = [...rest.slice(0, 4), third, first, second, ...rest.slice(4)];
    expect(matches(some, withSlots(` It is${near.join(' and')}.`))).toBe(true);
    expect(matches(some, withSlots(` It is${[...many].reverse().join(' and')}.`))).toBe(false);
  });
});
