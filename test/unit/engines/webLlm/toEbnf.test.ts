import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceGrammar } from '../../../../src/engines/grammar/choiceGrammar';
import { proseGrammar } from '../../../../src/engines/grammar/proseGrammar';
import { slotGrammar } from '../../../../src/engines/slots/slotGrammar';
import { toEbnf } from '../../../../src/engines/webLlm/toEbnf';
import { matches, startsAs } from '../../../support/gbnf';
import { writingTask } from '../../../support/writingTask';
import { readWithXGrammar } from '../../../support/xgrammar';
import { asReply, slotted } from '../slots/slotted';

const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
/** Texts near the grammar's edges: hexadecimal digits behind escapes, marks of classes, scripts of all lengths. */
const nasty = fc.string({
  unit: fc.constantFrom(...'ab9"\\[]^-#|()?*+. é½“王🩺𝒜\u0001\u007f'),
  minLength: 1,
  maxLength: 8,
});

describe('toEbnf', () => {
  test('leaves what both read alike as it is', () => {
    expect(toEbnf('root ::= " "? ("a" | b)\nb ::= [A-Z] b | ""')).toBe(
      'root ::= " "? ("a" | b)\nb ::= [A-Z] b | ""',
    );
  });

  test('breaks a text behind an escape, which would take the next letters for digits', () => {
    expect(toEbnf('root ::= "a\\x01b"')).toBe('root ::= "a\\x01" "b"');
    expect(toEbnf('root ::= "a\\x22b\\x5Cc"')).toBe('root ::= "a\\"b\\\\c"');
  });

  test('puts characters beyond ASCII beside their class', () => {
    expect(toEbnf('root ::= [a-z\\u00EB\\U0001FA7A]')).toBe('root ::= ([a-z] | "ë" | "🩺")');
    expect(toEbnf('root ::= [\\u00EB]')).toBe('root ::= "ë"');
  });

  test.each([
    ['a negated class', 'root ::= [^a]'],
    ['a range beyond ASCII', 'root ::= [\\u4e00-\\u9fff]'],
    ['an escape of its own', 'root ::= "\\q"'],
    ['half an escape', 'root ::= "\\u00"'],
    ['an open text', 'root ::= "a'],
    ['an open class', 'root ::= [a'],
  ])('throws on %s', (_, grammar) => {
    expect(() => toEbnf(grammar)).toThrow();
  });

  test('lets exactly the choices pass', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(line, nasty), { minLength: 1, maxLength: 5 }),
        nasty,
        async (choices, other) => {
          const gbnf = choiceGrammar(choices);
          const texts = [...choices, ...choices.map((choice) => ` ${choice}`), other, choices.join('')];
          const read = await readWithXGrammar(
            toEbnf(gbnf),
            texts.map((text) => text.toWellFormed()),
          );
          texts.forEach((text, at) =>
            expect(read[at]?.accepts, text).toBe(matches(gbnf, text.toWellFormed())),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  test('takes prose as the grammar does that it stands for', async () => {
    const pieces = fc.constantFrom(
      'Word',
      ' and ',
      '54',
      '55',
      '142/88',
      '142',
      '/',
      '.',
      '!',
      '"',
      'é',
      '王',
      '🩺',
      ', ',
      'é.',
      ')',
    );
    const prose = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((some) => some.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(nasty, { maxLength: 2 }),
        fc.array(prose, { minLength: 4, maxLength: 8 }),
        async (odd, texts) => {
          const gbnf = proseGrammar(
            writingTask('note', { age: '54', pressure: '142/88', name: 'Zoé 王', odd: odd.join(' ') }),
          );
          const read = await readWithXGrammar(toEbnf(gbnf), texts);
          texts.forEach((text, at) =>
            expect(read[at], text).toEqual({ accepts: matches(gbnf, text), starts: startsAs(gbnf, text) }),
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  test('takes prose with slots as the grammar does', async () => {
    const visit = slotted({ age: '54', sex: 'F', complaint: 'chest pain', pressure: '142/88' });
    const gbnf = slotGrammar(visit, 'triage note');
    const replies = [
      '<1> A<v><2>-year-old woman<v><3> came in with<v>.<4> Her pressure was<v>.',
      "<4> The patient's<n><v><3>,<n> &<n>:<v><1>,<v><2>/F<v>?",
      '<1> A<v><2>-year-old woman<v><3> with<v>.',
      '<1> A<v><2>-year-old woman<v><3> with<v><4>,<v>,<v>.',
      '<1> A<v>',
    ].map((reply) => asReply(reply, visit));
    const read = await readWithXGrammar(toEbnf(gbnf), replies);
    replies.forEach((reply, at) =>
      expect(read[at], reply).toEqual({ accepts: matches(gbnf, reply), starts: startsAs(gbnf, reply) }),
    );
    expect(read.map(({ accepts }) => accepts)).toEqual([true, true, false, false, false]);
  });
});
