import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proseGrammar } from '../../../../src/engines/grammar/proseGrammar';
import { writingTask } from '../../../support/writingTask';
import { matches } from '../../../support/gbnf';

const visit = writingTask('triage note', {
  age: '54',
  'blood pressure': '142/88',
  temperature: '37.8',
  arrived: '2025-03-04',
  seen: '14:05',
  record: 'SYN-00012345',
});
const grammar = proseGrammar(visit);
const allows = (text: string): boolean => matches(grammar, text);

describe('prose by the grammar', () => {
  test.each([
    'The patient reports chest pain.',
    ' The patient reports chest pain.',
    'She (a teacher) says: "it hurts!"',
    'A 54-year-old woman was seen at 14:05, with a pressure of 142/88 and 37.8 degrees.',
    'Record SYN-00012345 was opened on 2025-03-04.',
    'Seen on 4 March 2025; systolic 142, diastolic 88.',
    '54 years old. Was it the heart? No!',
  ])('may be %j', (text) => {
    expect(allows(text)).toBe(true);
  });

  test.each([
    ['a number that no fact has', 'She is 55 years old.'],
    ['a longer number that starts as a fact does', 'She is 541 years old.'],
    ['a shorter number that a fact starts with', 'She is 5 years old.'],
    ['two facts run together by a mark', 'The pressure is 142/54 now.'],
    ['a decimal made of a fact', 'She is 54.5 years old.'],
    ['a code cut short', 'Record SYN-0001234 was opened.'],
    ['a line break', 'The patient reports.\nchest pain.'],
    ['a tab', 'The\tpatient.'],
    ['no sentence end', 'The patient reports chest pain'],
    ['nothing', ''],
    ['only an end', '.'],
    ['a mark-up sign', 'The <b>patient</b> rests.'],
    ['a letter of another script', 'The пациент rests.'],
    ['a digit of another script', 'She is ٥٤ years old.'],
  ])('is never %s', (_, text) => {
    expect(allows(text)).toBe(false);
  });

  test('may use the letters and signs of the facts beyond plain English, and no others', () => {
    const own = proseGrammar(writingTask('note', { name: 'Zoë Ångström', temperature: '37.8 °C' }));
    expect(matches(own, 'Zoë Ångström has 37.8 °C.')).toBe(true);
    expect(matches(own, 'Zoé rests.')).toBe(false);
  });

  test('has no digit at all where no fact has one', () => {
    const none = proseGrammar(writingTask('note', { sex: 'female' }));
    expect(matches(none, 'She rests.')).toBe(true);
    expect(matches(none, 'She rests 2 hours.')).toBe(false);
  });

  test('spells only numbers of the facts, whatever is written', () => {
    const number = fc.stringMatching(/^[0-9]{1,4}$/);
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 6 }), number, (facts, written) => {
        const task = writingTask('note', Object.fromEntries(facts.map((fact, at) => ['abcdef'[at], fact])));
        expect(matches(proseGrammar(task), `It is ${written}.`)).toBe(facts.includes(written));
      }),
    );
  });

  test('can be read whatever the facts hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (value) => {
        expect(matches(proseGrammar(writingTask('note', { value })), 'All is well.')).toBe(true);
      }),
    );
  });
});
