import { describe, expect, test } from 'vitest';
import { FailureCount } from '../../../../src/engines/queue/FailureCount';

/** Failures until it is one too many, with so many answers before each; `most` at most. */
function failuresWith(
  answers: number,
  byCell: (failure: number) => boolean = () => false,
  most = 200,
): number {
  const count = new FailureCount(3);
  for (let failure = 1; failure <= most; failure++) {
    for (let answer = 0; answer < answers; answer++) count.answered();
    if (count.failed(byCell(failure))) return failure;
  }
  return Infinity;
}

describe('failures', () => {
  test.each([0, 1, 10, 99])('are too many with the third when only %i answers come between', (answers) => {
    expect(failuresWith(answers)).toBe(3);
  });

  test.each([100, 1000])('are never too many when %i answers come between', (answers) => {
    expect(failuresWith(answers)).toBe(Infinity);
  });

  test('count anew once there are too many', () => {
    const count = new FailureCount(3);
    const told = Array.from({ length: 9 }, () => {
      count.answered();
      return count.failed();
    });
    expect(told).toEqual([false, false, true, false, false, true, false, false, true]);
  });

  test('that one cell is behind are none of the engine, while others are answered', () => {
    expect(failuresWith(5, (failure) => failure % 2 === 0)).toBe(Infinity);
    expect(failuresWith(0, (failure) => failure % 2 === 0)).toBe(3);
  });

  test('of one cell excuse only the failure before them', () => {
    // Of the first two one is left, and the next two make three.
    expect(failuresWith(5, (failure) => failure % 3 === 0)).toBe(5);
    expect(failuresWith(5, (failure) => failure > 2)).toBe(Infinity);
  });

  test('without an answer are told over all that was changed', () => {
    const count = new FailureCount(3);
    for (let failure = 0; failure < 7; failure++) count.failed();
    expect(count.unanswered).toBe(7);
    count.answered();
    expect(count.unanswered).toBe(0);
  });
});
