import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slotFacts } from '../../../../src/engines/slots/slotFacts';
import { slotGrammar } from '../../../../src/engines/slots/slotGrammar';
import { matches, readGrammar } from '../../../support/gbnf';
import { factOf } from '../../verification/taskOf';
import { asReply, slotted } from './slotted';

const visit = slotted({ age: '54', sex: 'F', complaint: 'chest pain', pressure: '142/88' });
const grammar = slotGrammar(visit, 'triage note');
const told = (order: readonly (string | undefined)[]): string =>
  `${order.join(' and<v>').replace(' and', ' It is')}<v>.`;
const allows = (reply: string): boolean => matches(grammar, asReply(reply, visit));

describe('prose with slots', () => {
  test.each([
    '<1> A<v><2>-year-old woman<v><3> came in with<v>.<4> Her pressure was<v>.',
    '<4><v><2> was the pressure of a woman<v><1> of<v><3> with<v>.',
    '<3><n>:<v><4>; pressure<v><1>,<v><2> years old, female<v>.',
    ' Seen.<2> Woman<v><3> with<v><4> <v><1> (<v>). Settled; no more, e.g. none!',
    ' Seen well.<3> W/ <v><4> -<v><1>; +<v><2> yo F<v>. Well.',
    '<2> Woman<v><1> (<v><3>) with<v><4> -<v>. (Seen.)',
    "<4> The patient's<n><v><3>,<n> &<n>:<v><1>,<v><2>/F<v>?",
    '<4><v> was the<n><2> of a woman<v><1> of<v>.<3><v> was the<n>.',
    '<2> Sex: F<v>.<1><v><3>,<v><4>,<v>.',
  ])('may be %j', (reply) => {
    expect(allows(reply)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['a reply without one of the facts', '<1> A<v><2>-year-old woman<v><3> with<v>.'],
    ['a fact that is announced and not told', '<1> A<v><2>-year-old woman<v><3> with<v>.<4> Well.'],
    ['a fact that is announced before the last is told', '<1> A<2>-year-old woman<v><3> with<v><4>,<v>.'],
    ['a fact twice', '<1> A<v><2>-year-old woman<v><3> with<v>.<4> On<v>.<1> Aged<v>.'],
    ['a value twice', '<1> A<v><2>-year-old woman<v><3> with<v><4>,<v>,<v>.'],
    ['a value before any fact is announced', ' A<v>.<1> A<v><2>-year-old woman<v><3> with<v><4>,<v>.'],
    ['a name before any fact is announced', ' A<n>.<1> A<v><2>-year-old woman<v><3> with<v><4>,<v>.'],
    ['a fact told in words with none', '<1> A<v><2><v><3> with<v><4> and<v>.'],
    ['a fact announced in the middle of prose', '<1> A<v><2>-year-old woman<v> seen<3> with<v><4>,<v>.'],
    ['an announcement of no fact', '<1> A<v><2>-year-old woman<v><3> with<v><4> and<v><5> and<v>.'],
    ['an announcement without its end', '<1> A<v><2>-year-old woman<v><3> with<v>\uE0F0 pressure and<v>.'],
    ['a digit', '<1> A<v><2>-year-old woman<v><3> with<v><4> and<v> at 3.'],
    ['a start in lower case', '<1> a<v><2>-year-old woman<v><3> with<v><4> and<v>.'],
    ['a start without a space', '<1>A<v><2>-year-old woman<v><3> with<v><4> and<v>.'],
    ['no sentence end', '<1> A<v><2>-year-old woman<v><3> with<v><4> and<v>'],
    ['two spaces', '<1> A<v><2>-year-old  woman<v><3> with<v><4> and<v>.'],
    ['a space before a mark', '<1> A<v><2>-year-old woman ,<v><3> with<v><4> and<v>.'],
    ['a doubled mark', '<1> A<v><2>-year-old woman<v><3>,, with<v><4> and<v>.'],
    ['a full stop after a mark', '<1> A<v><2>-year-old woman<v><3> with<v><4> and<v>,.'],
    ['a word right after a comma', '<1> A<v><2>-year-old,woman<v><3> with<v><4> and<v>.'],
    ['a quotation mark', '<1> A<v><2>-year-old "woman"<v><3> with<v><4> and<v>.'],
    ['a line break', '<1> A<v><2>-year-old woman<v>.\n<3> With<v><4> and<v>.'],
    ['a letter of another script', '<1> A<v><2>-year-old з<v><3> with<v><4> and<v>.'],
  ])('is never %s', (_, reply) => {
    expect(allows(reply)).toBe(false);
  });

  test('announces an optional fact once or not at all', () => {
    const facts = slotFacts([factOf('age', '54'), factOf('pulse', '88', 'text', false)]);
    const some = slotGrammar(facts, 'note');
    const ways = ['<1> Age<v>.', '<1> Age<v><2>, pulse<v>.', '<2> Pulse<v><1>, age<v>.', '<2> Pulse<v>.'];
    expect(ways.map((reply) => matches(some, asReply(reply, facts)))).toEqual([true, true, true, false]);
  });

  test('starts a text or a sentence with such values only as can', () => {
    const facts = slotted({ ph: 'pH 7.2', smile: '🩺', label: 'note: x', word: 'pain', number: '4' });
    const some = slotGrammar(facts, 'note');
    const starts = (slot: number): boolean => {
      const others = [1, 2, 3, 4, 5].filter((other) => other !== slot).map((other) => `<${other}>,<v>`);
      const first = matches(some, asReply(`<${slot}><v>${others.join('')}.`, facts));
      const [one = '', ...rest] = others;
      const start = one.replace(',', ' Seen');
      expect(matches(some, asReply(`${start}${rest.join('')}.<${slot}><v> too.`, facts))).toBe(first);
      return first;
    };
    expect([1, 2, 3, 4, 5].map(starts)).toEqual([false, false, false, true, true]);
  });

  test('takes a heading without its full stop, once it is whole', () => {
    const facts = slotted({ subject: 'hearing', day: '4 May' });
    const heading = slotGrammar(facts, 'email subject line');
    const reads = [
      '<1> New day for<v><2>:<v>',
      '<1><v><2> moved to<v> again',
      '<1> Moved<v><2>,<v>.',
      '<1><v><2>, on<v>,',
      '<2> On<v>',
    ];
    expect(reads.map((reply) => matches(heading, asReply(reply, facts)))).toEqual([
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
        expect(matches(some, asReply(told(order), facts))).toBe(order.length === 9);
      }),
      { numRuns: 10 },
    );
  });

  test('takes more of them in an order near to theirs, and stays small', () => {
    const many = Array.from({ length: 24 }, (_, at) => `<${at + 1}>`);
    const facts = slotted(Object.fromEntries(many.map((name) => [name, '1'])));
    const some = slotGrammar(facts, 'note');
    expect(readGrammar(some).size).toBeLessThan(1300);
    expect(matches(some, asReply(told(many), facts))).toBe(true);
    const [first, second, third, ...rest] = many;
    const near = [...rest.slice(0, 4), third, first, second, ...rest.slice(4)];
    expect(matches(some, asReply(told(near), facts))).toBe(true);
    expect(matches(some, asReply(told([...many].reverse()), facts))).toBe(false);
  });
});
