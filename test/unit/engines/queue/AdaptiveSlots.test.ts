import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AdaptiveSlots } from '../../../../src/engines/queue/AdaptiveSlots';

/** A kind of request; a unit of work is what a token costs, and a prompt costs some, too. */
interface Kind {
  readonly family: string;
  readonly tokens: number;
  readonly work: number;
}
const prose: Kind = { family: 'prose', tokens: 60, work: 70 };
const label: Kind = { family: 'label', tokens: 1, work: 30 };

interface Device {
  /** Units of work a millisecond, over all, with so many at once. */
  speed(atOnce: number): number;
  /** Of the nth request. */
  kind?(nth: number): Kind;
  /** Milliseconds that the device sleeps before the nth answer; the first thing after it is that answer or a tick. */
  sleep?(nth: number): { readonly milliseconds: number; readonly ticksFirst: boolean };
}

const second = 1000;

/** What a settled `slots` tried, in order, and the answers it took to each. */
function run(slots: AdaptiveSlots, { speed, kind = () => prose, sleep }: Device) {
  const tried = [slots.limit];
  const answers = [0];
  const underWay: { readonly kind: Kind; readonly beganAt: number; left: number }[] = [];
  let at = 0;
  let ticked = 0;
  for (let sent = 0, came = 0; came < 10_000 && !slots.isSettled; came++) {
    for (; underWay.length < slots.limit; sent++)
      underWay.push({ kind: kind(sent), beganAt: at, left: kind(sent).work });
    const next = underWay.reduce((one, other) => (other.left < one.left ? other : one));
    const { left } = next;
    for (const one of underWay) one.left -= left;
    at += (left * underWay.length) / speed(underWay.length);
    for (; ticked + second <= at; ticked += second) slots.tick(ticked + second);
    const { milliseconds = 0, ticksFirst = false } = sleep?.(came) ?? {};
    at += milliseconds;
    if (milliseconds > 0) ticked = at;
    if (ticksFirst) slots.tick(at);
    const { family, tokens } = next.kind;
    const full = underWay.length >= slots.limit;
    slots.answered({ family, tokens, beganAt: next.beganAt, at, full });
    if (milliseconds > 0 && !ticksFirst) slots.tick(at);
    underWay.splice(underWay.indexOf(next), 1);
    answers[answers.length - 1] = (answers.at(-1) ?? 0) + 1;
    if (slots.limit !== tried.at(-1)) {
      tried.push(slots.limit);
      answers.push(0);
    }
  }
  expect(slots.isSettled).toBe(true);
  return { tried, answers };
}

describe('the number of texts at once', () => {
  test('stays where it began when half as many are slower', () => {
    expect(run(new AdaptiveSlots(8, 8), { speed: (atOnce) => atOnce }).tried).toEqual([8, 4, 8]);
  });

  test('goes down as long as that is faster', () => {
    expect(run(new AdaptiveSlots(8, 8), { speed: (atOnce) => 1 / atOnce }).tried).toEqual([8, 4, 2, 1]);
  });

  test('goes up, as far as the engine can, where that is faster', () => {
    expect(run(new AdaptiveSlots(2, 8), { speed: (atOnce) => atOnce }).tried).toEqual([2, 1, 4, 8]);
  });

  test('takes no other number for less than a fifth', () => {
    const speed = (atOnce: number): number => (atOnce >= 4 ? 1 : 1.19);
    expect(run(new AdaptiveSlots(4, 4), { speed }).tried).toEqual([4, 2, 4]);
  });

  test('is tried no longer than it takes to see that it is slower', () => {
    const { answers } = run(new AdaptiveSlots(8, 8), { speed: (atOnce) => atOnce });
    // Seven that were under way, at most three more of the four that end with them, and eight.
    expect(answers[1]).toBeLessThanOrEqual(18);
  });

  test('has nothing to find with one slot', () => {
    expect(new AdaptiveSlots(1, 1).isSettled).toBe(true);
  });

  test('measures nothing while slots are empty', () => {
    const slots = new AdaptiveSlots(8, 8);
    for (let at = 0; at < 1000; at++)
      slots.answered({ family: 'prose', tokens: 10, beganAt: at, at: at + 1, full: at % 20 !== 0 });
    expect(slots.limit).toBe(8);
    expect(slots.isSettled).toBe(false);
  });

  test('is one the engine has, whatever is measured, and is found in the end', () => {
    const speeds = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
      minLength: 17,
      maxLength: 17,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 16 }), speeds, (a, b, all) => {
        const most = Math.max(a, b);
        const slots = new AdaptiveSlots(Math.min(a, b), most);
        for (const limit of run(slots, { speed: (atOnce) => all[atOnce] as number }).tried) {
          expect(limit).toBeGreaterThanOrEqual(1);
          expect(limit).toBeLessThanOrEqual(most);
        }
      }),
    );
  });

  test.each([true, false])(
    'is not changed by an hour of sleep, whenever it comes (tick first: %s)',
    (first) => {
      for (let slept = 0; slept < 80; slept++) {
        const sleep = (nth: number) => ({
          milliseconds: nth === slept ? 3_600_000 : 0,
          ticksFirst: nth === slept && first,
        });
        const slots = new AdaptiveSlots(8, 8);
        run(slots, { speed: (atOnce) => atOnce, sleep });
        expect([slept, slots.limit]).toEqual([slept, 8]);
      }
    },
  );
});

describe('the number of texts at once, where labels and prose come in turns', () => {
  const blocks = Array.from({ length: 40 }, (_, at) => at + 1);
  const inBlocks = (length: number) => (nth: number) => (Math.floor(nth / length) % 2 === 0 ? label : prose);

  test.each([
    { most: 2, faster: 2 },
    { most: 2, faster: 1 },
    { most: 8, faster: 8 },
  ])('is $faster of $most where that is half as fast again, however long the turns', ({ most, faster }) => {
    const speed = (atOnce: number): number => (atOnce === faster ? 1.5 : 1) / 10;
    for (const length of blocks) {
      const slots = new AdaptiveSlots(most, most);
      run(slots, { speed, kind: inBlocks(length) });
      expect([length, slots.limit]).toEqual([length, faster]);
    }
  });

  test('is measured anew when the work has changed for good', () => {
    const slots = new AdaptiveSlots(8, 8);
    // The number to beat was measured with labels, and no label comes any more.
    run(slots, { speed: (atOnce) => (atOnce === 8 ? 1.5 : 1), kind: (nth) => (nth < 80 ? label : prose) });
    expect(slots.limit).toBe(8);
  });
});
