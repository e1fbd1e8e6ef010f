import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markFacts } from '../../../../../src/app/screens/records/markFacts';

const marked = (text: string, values: string[]) =>
  markFacts(text, values)
    .filter(({ fact }) => fact !== null)
    .map(({ text: words, fact }) => `${fact}:${words}`);

test('facts are found as whole words, whatever their case', () => {
  expect(marked('A Male aged 67. Pulse 84.', ['male', '67', '84'])).toEqual(['0:Male', '1:67', '2:84']);
  expect(marked('A female with pulse 184 and 84.5', ['male', '84'])).toEqual([]);
});

test('a number at the end of a sentence is still that number', () => {
  expect(marked('Pulse was 84.', ['84'])).toEqual(['0:84']);
});

test('the longer fact wins where two overlap', () => {
  expect(marked('sudden chest pain', ['pain', 'chest pain'])).toEqual(['1:chest pain']);
});

test('the pieces are the text, nothing lost and nothing twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ maxLength: 4 })), (text, values) => {
      expect(
        markFacts(text, values)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
