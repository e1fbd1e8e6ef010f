import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareReplies } from '../../../../src/engines/selfTest/compareReplies';

const right = 'the patient was seen in the emergency department with chest pain and went home';
const word = fc.stringMatching(/^[a-z]{1,8}$/);
const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 5 });
const joined = (all: readonly (readonly string[])[]): string[] => all.map((words) => words.join(' '));

describe('compareReplies', () => {
  test('finds the same texts the same, whatever they are', () => {
    fc.assert(
      fc.property(texts, (all) => {
        expect(compareReplies(joined(all), joined(all))).toEqual({
          verdict: 'same',
          passed: true,
          agreement: 1,
        });
      }),
    );
  });

  test('takes a text that parts late for rounding, and says how much was alike', () => {
    const late = right.replace('went home', 'was sent home');
    expect(compareReplies([late], [right])).toEqual({ verdict: 'close', passed: true, agreement: 12 / 15 });
  });

  test('takes a text that parts at once for wrong numbers', () => {
    const wrong = right.replace('the patient was seen', 'seen seen seen seen');
    expect(compareReplies([wrong], [right])).toEqual({ verdict: 'different', passed: false, agreement: 0 });
  });

  test('lets one wrong text among right ones decide', () => {
    expect(compareReplies([right, right, 'no'], [right, right, right]).verdict).toBe('different');
  });

  test('misses a reply that is not there, and an empty one', () => {
    expect(compareReplies([], [right])).toEqual({ verdict: 'different', passed: false, agreement: 0 });
    expect(compareReplies(['', right], [right, right]).verdict).toBe('different');
  });

  test('compares with nothing when nothing readable was expected', () => {
    expect(compareReplies(['word'], ['  \n'])).toEqual({
      verdict: 'unreadable',
      passed: false,
      agreement: 0,
    });
    expect(compareReplies([], [])).toEqual({ verdict: 'unreadable', passed: false, agreement: 0 });
  });

  test('never passes a text whose first word is another', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (all, at) => {
        const broken = all.map((words, index) =>
          index === at % all.length ? ['0', ...words.slice(1)] : words,
        );
        expect(compareReplies(joined(broken), joined(all)).verdict).toBe('different');
      }),
    );
  });
});
