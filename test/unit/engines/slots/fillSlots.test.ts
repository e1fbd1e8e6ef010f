import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillSlots } from '../../../../src/engines/slots/fillSlots';
import { factIsTold } from '../../../../src/verification/factIsTold';
import { formRung } from '../../../../src/verification/formRung';
import { codes, taskOf } from '../../verification/taskOf';
import { anyReply } from './anyReply';
import { slotted, withSlots } from './slotted';

const fill = (reply: string, facts: Readonly<Record<string, string>>): string =>
  fillSlots(withSlots(reply), slotted(facts));

describe('a reply with its slots filled', () => {
  test('has each value and name in its place, set off by spaces', () => {
    const facts = { age: '54', sex: 'F', complaint: 'chest pain', duration: 'two hours' };
    expect(fill(' A<1>-year-old woman<2> came in with<3> that had lasted<4> (<4>/<3>).', facts)).toBe(
      'A 54-year-old woman came in with chest pain that had lasted two hours (two hours/chest pain).',
    );
    expect(fill('<3><4>; her<n3>:<3>.', facts)).toBe('Chest pain two hours; her complaint: chest pain.');
  });

  test('says in a word what is told in words, where the prose stops before it', () => {
    const facts = { sex: 'F', smoker: 'no', allergies: 'n/a' };
    expect(fill(' The sex was<1>. Smoker:<2>. The answer is<3> so far.', facts)).toBe(
      'The sex was female. Smoker: no. The answer is not known so far.',
    );
    expect(fill(' A woman<1> who never smoked<2>, allergies unclear<3>.', facts)).toBe(
      'A woman who never smoked, allergies unclear.',
    );
  });

  test('drops marks that are no slot of these facts', () => {
    expect(fill(' Seen with<9> and\uf8ff<n9>\u0007 well<1>.', { sex: 'F' })).toBe('Seen with and well.');
    expect(fill(' Seen <9>, well.', {})).toBe('Seen, well.');
  });

  test.each([
    [' A<1>-year-old.', '8', 'An 8-year-old.'],
    [' Seen by an<1>.', 'nurse', 'Seen by a nurse.'],
    [' Had (a<1>).', 'MRI', 'Had (an MRI).'],
    [' Had hepatitis A<1>.', 'infection', 'Had hepatitis A infection.'],
    [' Seen. A<1> helped.', 'aunt', 'Seen. An aunt helped.'],
    [' The idea<1>.', 'on', 'The idea on.'],
    [' Had a<1>.', '胸痛', 'Had a 胸痛.'],
  ])('agrees with the article: %s with %s', (reply, value, text) => {
    expect(fill(reply, { fact: value })).toBe(text);
  });

  test.each([
    ['<1> was seen.', 'chest pain', 'Chest pain was seen.'],
    [' Seen.<1> was noted.', 'chest pain', 'Seen. Chest pain was noted.'],
    [' Seen?<1>.', '“chest pain”', 'Seen? “Chest pain”.'],
    ['<1> was low.', 'pH', 'pH was low.'],
    [' Seen.<1> given.', 'q4h dosing', 'Seen. q4h dosing given.'],
    [' Seen by Dr.<1>.', 'de la Cruz', 'Seen by Dr. de la Cruz.'],
    [' Seen in<1>.', 'Rome', 'Seen in Rome.'],
    ['<n1> low.', 'x', 'Fact low.'],
    ['Q. Your occupation? A.<1>.', 'farmer', 'Q. Your occupation? A. Farmer.'],
  ])('capitalises at the start of a sentence: %s with %s', (reply, value, text) => {
    expect(fill(reply, { fact: value })).toBe(text);
  });

  test.each([
    [' Seen for<1>.', 'pain.', 'Seen for pain.'],
    [' Seen for<1>. Well.', 'pain.', 'Seen for pain. Well.'],
    [' Seen for<1> today.', 'It hurts. A lot.', 'Seen for It hurts. A lot today.'],
    [' Seen for<1>, today.', 'Why me?!', 'Seen for Why me, today.'],
    [' Seen for<1>.', 'Why me?', 'Seen for Why me?'],
    [' Seen for<1>?', 'pain.', 'Seen for pain?'],
    [' Sued<1>.', 'Acme Inc.', 'Sued Acme Inc.'],
    [' Sued<1> today.', 'Acme Inc.', 'Sued Acme Inc. today.'],
    [' Sued<1>, then left.', 'Acme Inc.', 'Sued Acme Inc., then left.'],
    [' At<1> it rang.', '3 p.m.', 'At 3 p.m. it rang.'],
    [' Says<1> and.', 'well...', 'Says well... and.'],
    [' Says<1>.', 'well…', 'Says well…'],
    [' Re:<1>', 'the hearing.', 'Re: the hearing.'],
  ])('keeps one mark at the end of a value: %s with %s', (reply, value, text) => {
    expect(fill(reply, { fact: value })).toBe(text);
  });

  test('starts the next sentence after a value that ended the last', () => {
    expect(fill(' Sued<1>.<2> followed.', { firm: 'Acme Inc.', next: 'default' })).toBe(
      'Sued Acme Inc. Default followed.',
    );
  });

  test.each([
    [' Pulse<1> bpm.', '88 bpm', 'Pulse 88 bpm.'],
    [' Pulse<1> beats per minute.', '88 beats per minute', 'Pulse 88 beats per minute.'],
    [' Saturation<1>%.', '97%', 'Saturation 97%.'],
    [' Seen by Dr.<1>.', 'Dr. Lopez', 'Seen by Dr. Lopez.'],
    [' Seen by Dr<1>.', 'Lopez', 'Seen by Dr Lopez.'],
    [' Filed in<1>.', 'In re Hale', 'Filed in In re Hale.'],
    [' Pulse<1> bpmx.', '88 bpm', 'Pulse 88 bpm bpmx.'],
  ])('does not say a unit or title twice: %s with %s', (reply, value, text) => {
    expect(fill(reply, { fact: value })).toBe(text);
  });

  test.each([
    ['54', 'A 54-year-old boy.'],
    ['54 years', 'A 54-year-old boy.'],
    ['6 months', 'A 6-month-old boy.'],
    ['8 weeks old', 'An 8-week-old boy.'],
    ['54 yo', 'A 54 yo boy.'],
  ])('takes an age with a unit: %s', (value, text) => {
    expect(fill(' A<1>-year-old boy.', { age: value })).toBe(text);
  });
});

describe('whatever the facts hold', () => {
  test('the text has clean form, and each value as its clean form is', () => {
    fc.assert(
      fc.property(anyReply, ({ facts, slots, reply }) => {
        const text = fillSlots(reply, slots);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[\p{Co}\p{Cc}\p{Cs}]| {2}/u);
        expect(codes(formRung, text, taskOf(facts))).toEqual([]);
        for (const { fullValue } of slots) {
          const core = fullValue.replace(/[\s,;:.!?]+$/u, '').toLowerCase();
          expect(text.toLowerCase()).toContain(core);
        }
      }),
    );
  });

  test('the checks find every value that a slot stood for', () => {
    fc.assert(
      fc.property(anyReply, ({ facts, slots, reply }) => {
        const text = fillSlots(reply, slots);
        const inSlots = facts.filter((_, at) => slots[at]?.inWords === false);
        for (const fact of inSlots) expect([fact, factIsTold(text, fact)]).toEqual([fact, true]);
      }),
    );
  });
});
