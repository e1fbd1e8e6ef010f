import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AdaptiveSlots } from '../../../../src/engines/queue/AdaptiveSlots';

/** Answers of 10 tokens at the speed that `tokensPerMs` gives for so many at once, until it has settled. */
function run(slots: AdaptiveSlots, tokensPerMs: (limit: number) => number): number[] {
  const tried = [slots.limit];
  let at = 0;
  for (let answer = 0; answer < 1000 && !slots.isSettled; answer++) {
    at += 10 / tokensPerMs(slots.limit);
    slots.answered(10, at, true);
    if (slots.limit !== tried.at(-1)) tried.push(slots.limit);
  }
  expect(slots.isSettled).toBe(true);
  return tried;
}

describe('the number of texts at once', () => {
  test('stays where it began when half as many are slower', () => {
    expect(run(new AdaptiveSlots(8, 8), (limit) => limit)).toEqual([8, 4, 8]);
  });

  test('goes down as long as that is faster', () => {
    expect(run(new AdaptiveSlots(8, 8), (limit) => 1 / limit)).toEqual([8, 4, 2, 1]);
  });

  test('goes up, as far as the engine can, where that is faster', () => {
    expect(run(new AdaptiveSlots(2, 8), (limit) => limit)).toEqual([2, 1, 4, 8]);
  });

  test('takes no other number for less than a tenth', () => {
    expect(run(new AdaptiveSlots(4, 4), (limit) => (limit === 4 ? 1 : 1.09))).toEqual([4, 2, 4]);
  });

  test('is tried no longer than it takes to see that it is slower', () => {
    const slots = new AdaptiveSlots(8, 8);
    const answers = new Map<number, number>();
    let at = 0;
    while (!slots.isSettled) {
      answers.set(slots.limit, (answers.get(slots.limit) ?? 0) + 1);
      at += 10 / slots.limit;
      slots.answered(10, at, true);
    }
    // Four that began before, and eight.
    expect(answers.get(4)).toBe(12);
  });

  test('has nothing to find with one slot', () => {
    expect(new AdaptiveSlots(1, 1).isSettled).toBe(true);
  });

  test('measures nothing while slots are empty', () => {
    const slots = new AdaptiveSlots(8, 8);
    for (let at = 0; at < 1000; at++) slots.answered(10, at, at % 20 !== 0);
    expect(slots.limit).toBe(8);
    expect(slots.isSettled).toBe(false);
  });

  test('is one the engine has, whatever is measured, and is found in the end', () => {
    const speeds = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
      minLength: 17,
      maxLength: 17,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 16 }), speeds, (a, b, speed) => {
        const most = Math.max(a, b);
        const slots = new AdaptiveSlots(Math.min(a, b), most);
        for (const limit of run(slots, (now) => speed[now] as number)) {
          expect(limit).toBeGreaterThanOrEqual(1);
          expect(limit).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});
