import { expect, test } from 'vitest';
import { distinctRuns } from '../../../../src/evaluation/rehearsal/distinctRuns';

const text = Array.from({ length: 32 }, (_, at) => `word${at}`).join(' ');

test('counts runs of three words over all texts', () => {
  expect(distinctRuns([text])).toBe(1);
  expect(distinctRuns([text, text])).toBe(0.5);
  // 30 runs of which 2 are different ones: "a b a" and "b a b".
  expect(distinctRuns([Array.from({ length: 16 }, () => 'a b').join(' ')])).toBeCloseTo(2 / 30, 12);
});

test('does not build runs over the end of a text, and says nothing of few words', () => {
  expect(distinctRuns(['one two', 'three four'])).toBeNull();
  expect(distinctRuns(Array.from({ length: 40 }, () => 'yes'))).toBeNull();
  expect(distinctRuns([])).toBeNull();
});
