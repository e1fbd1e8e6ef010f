import { afterEach, describe, expect, test, vi } from 'vitest';
import { watchPulse } from '../../../src/bridge/watchPulse';
import { anHourGoesBy } from '../../support/anHourGoesBy';
import { handTicker } from '../../support/handTicker';

afterEach(() => void vi.useRealTimers());

const patienceSeconds = 5;
const silence = (): Promise<unknown> => new Promise(() => undefined);

function setUp(live: () => Promise<unknown>) {
  const { ticker, tick } = handTicker();
  let asked = 0;
  let isLost = false;
  const pulse = watchPulse(
    () => {
      asked += 1;
      return live();
    },
    patienceSeconds,
    ticker,
  );
  pulse.lost.catch(() => (isLost = true));
  const ticks = async (count: number): Promise<void> => {
    for (let second = 0; second < count; second++) await tick();
  };
  return { pulse, ticks, asked: () => asked, isLost: () => isLost };
}

describe('a watch over the other side', () => {
  test('is lost after the whole patience without an answer, and asks once in that time', async () => {
    const { ticks, asked, isLost } = setUp(silence);
    // The first tick asks.
    await ticks(patienceSeconds);
    expect(isLost()).toBe(false);
    await ticks(1);
    expect(isLost()).toBe(true);
    expect(asked()).toBe(1);
  });

  test('goes on as long as there are answers, an error being one', async () => {
    const { ticks, asked, isLost } = setUp(() => Promise.reject(new Error('busy')));
    await ticks(50);
    expect(isLost()).toBe(false);
    expect(asked()).toBe(50);
  });

  test('counts from the last answer', async () => {
    let answer = (): void => undefined;
    const { ticks, isLost } = setUp(() => new Promise<void>((done) => (answer = done)));
    await ticks(patienceSeconds);
    answer();
    await Promise.resolve();
    await ticks(patienceSeconds);
    expect(isLost()).toBe(false);
    await ticks(2);
    expect(isLost()).toBe(true);
  });

  test('is not lost over an hour in which nothing ticked, and goes on to count behind it', async () => {
    const { ticks, isLost } = setUp(silence);
    await ticks(2);
    anHourGoesBy();
    await ticks(patienceSeconds - 2);
    expect(isLost()).toBe(false);
    await ticks(1);
    expect(isLost()).toBe(true);
  });

  test('asks and is lost no more once it is stopped', async () => {
    const { pulse, ticks, asked, isLost } = setUp(silence);
    pulse.stop();
    await ticks(20);
    expect([asked(), isLost()]).toEqual([0, false]);
  });
});
