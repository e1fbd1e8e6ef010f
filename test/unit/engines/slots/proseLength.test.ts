import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proseLength, roundLength, valueWords } from '../../../../src/engines/slots/proseLength';
import { writingTask } from '../../../support/writingTask';
import { slotted } from './slotted';

const lengths = (task: ReturnType<typeof writingTask>): number[] =>
  Array.from({ length: 50 }, (_, seed) => proseLength(task, slotted({}), 1000 + seed));

describe('the length a writer is asked for', () => {
  test('is an even number, from 20 a multiple of 5, from 60 of 10, and at least 2', () => {
    expect([-9, 0, 1, 2, 3.2, 18.4, 19.9, 22, 23, 58, 63, 66, 149].map(roundLength)).toEqual([
      2, 2, 2, 2, 4, 18, 20, 20, 25, 60, 60, 70, 150,
    ]);
  });

  test('leaves out the words that slots put into the text, and not those told in words', () => {
    const facts = slotted({ sex: 'F', complaint: 'chest pain', pressure: '142/88', allergies: 'none' });
    expect(valueWords(facts)).toBe(3);
    const task = writingTask('note', {}, { words: { min: 21, max: 21 } });
    expect(proseLength(task, facts, 1)).toBe(18);
  });

  test('keeps off the edges of the range, where a word or two more would miss it', () => {
    const asked = lengths(writingTask('note', {}, { words: { min: 15, max: 60 } }));
    expect(Math.min(...asked)).toBeGreaterThan(18);
    expect(Math.max(...asked)).toBeLessThan(55);
  });

  test('differs from seed to seed, and is the same for the same seed', () => {
    const task = writingTask('note', {}, { words: { min: 15, max: 60 } });
    expect(new Set(lengths(task)).size).toBeGreaterThan(2);
    expect(lengths(task)).toEqual(lengths(task));
  });

  test('has room for many facts where the range has', () => {
    const facts = slotted(Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`f${at}`, 'one'])));
    const task = writingTask('note', {}, { words: { min: 10, max: 60 } });
    for (let seed = 0; seed < 30; seed++) expect(proseLength(task, facts, seed)).toBeGreaterThanOrEqual(20);
  });

  test('stays in the range wherever that has a length of this kind', () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 10, max: 200 }));
    fc.assert(
      fc.property(range, fc.integer({ min: 0, max: 0xffffffff }), ([min, span], seed) => {
        const facts = slotted({ pain: 'three short words' });
        const words = { min, max: min + span };
        const length = proseLength(writingTask('note', {}, { words }), facts, seed) + 3;
        expect(length).toBeLessThanOrEqual(Math.max(words.max, 5));
        expect(length).toBeGreaterThanOrEqual(min);
      }),
    );
  });

  test('asks for two words where the values alone are too many', () => {
    const facts = slotted({ story: 'word '.repeat(90) });
    const task = writingTask('note', {}, { words: { min: 5, max: 60 } });
    expect(proseLength(task, facts, 7)).toBe(2);
  });
});
