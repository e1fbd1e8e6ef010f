import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceGrammar } from '../../../../src/engines/grammar/choiceGrammar';
import { matches } from '../../../support/gbnf';

describe('a label by the grammar', () => {
  test('is one of the choices and nothing else', () => {
    const grammar = choiceGrammar(['fall', 'fall from height', 'chest pain']);
    for (const text of ['fall', ' fall', 'fall from height', 'chest pain']) {
      expect(matches(grammar, text)).toBe(true);
    }
    for (const text of ['', 'f', 'fall from', 'fallchest pain', 'chest', 'Fall', 'fall ']) {
      expect(matches(grammar, text)).toBe(false);
    }
  });

  test('takes any text for a choice, quotes, brackets and other scripts among them', () => {
    const choices = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(choices, fc.string({ unit: 'grapheme', maxLength: 12 }), (texts, other) => {
        const grammar = choiceGrammar(texts);
        for (const text of texts) expect(matches(grammar, text)).toBe(true);
        const isChoice = texts.includes(other) || (other.startsWith(' ') && texts.includes(other.slice(1)));
        expect(matches(grammar, other)).toBe(isChoice);
      }),
    );
  });
});
