import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchesOf } from '../../../../src/engines/llamaCpp/stretchesOf';

test('keeps plain ASCII together and every other character alone', () => {
  expect(stretchesOf('at 37 °C\n🩺🩺.')).toEqual([
    { text: 'at 37 ', ascii: true },
    { text: '°', ascii: false },
    { text: 'C\n', ascii: true },
    { text: '🩺', ascii: false },
    { text: '🩺', ascii: false },
    { text: '.', ascii: true },
  ]);
});

test('loses nothing of any text but what is no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const joined = stretchesOf(text)
        .map((stretch) => stretch.text)
        .join('');
      expect(joined).toBe(text.toWellFormed());
    }),
  );
});
