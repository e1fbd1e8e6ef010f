import { describe, expect, test } from 'vitest';
import { isOfHost, policySources } from '../../../../src/engines/store/download/hostPolicy';
import {
  backoffMs,
  patience,
  rateLimitMs,
  retryAfterMs,
  type Pace,
} from '../../../../src/engines/store/download/Pace';
import type { DownloadProgress } from '../../../../src/engines/store/download/DownloadProgress';
import { ProgressMeter } from '../../../../src/engines/store/download/ProgressMeter';

const pace = (chance: number, wallClock = 0): Pace => ({
  ...patience,
  now: () => 0,
  wallClock: () => wallClock,
  sleep: () => Promise.resolve(),
  chance: () => chance,
});

describe('the wait between tries', () => {
  test('doubles up to the longest, and half of it is chance', () => {
    const waits = (chance: number): number[] =>
      [1, 2, 3, 7, 20].map((tries) => backoffMs(tries, pace(chance)));
    expect(waits(0)).toEqual([500, 1000, 2000, 30_000, 30_000]);
    expect(waits(1)).toEqual([1000, 2000, 4000, 60_000, 60_000]);
  });

  test.each([
    [undefined, null],
    ['soon', null],
    ['0', 0],
    [' 120 ', 120_000],
    ['Wed, 21 Oct 2015 07:28:30 GMT', 30_000],
    ['Wed, 21 Oct 2015 07:27:00 GMT', 0],
  ])('that the host asks for with %j is %j ms', (header, milliseconds) => {
    expect(retryAfterMs(header, pace(0, Date.parse('2015-10-21T07:28:00Z')))).toBe(milliseconds);
  });
});

test.each([
  [{}, null],
  [{ 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '100' }, null],
  [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '100' }, 60_000],
  [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '10' }, 0],
  [{ 'x-ratelimit-remaining': '0' }, 0],
])('a used-up limit of requests is read from %j as %j ms', (headers, milliseconds) => {
  expect(rateLimitMs(headers, pace(0, 40_000))).toBe(milliseconds);
});

describe('the hosts', () => {
  const host = {
    id: 'a',
    name: 'A',
    origins: ['https://a.example', 'https://api.a.example'],
    redirects: ['https://*.cdn.example', 'https://b.example'],
  };

  test('are what the page may reach', () => {
    expect(policySources([host])).toEqual([...host.origins, ...host.redirects]);
  });

  test.each([
    ['https://a.example/x', true],
    ['https://api.a.example/x', true],
    ['https://eu.cdn.example/x', true],
    ['https://far.eu.cdn.example/x', true],
    ['https://b.example/x', true],
    ['http://a.example/x', false],
    ['http://eu.cdn.example/x', false],
    ['https://cdn.example/x', false],
    ['https://evilcdn.example/x', false],
    ['https://eu.cdn.example.evil/x', false],
    ['https://c.b.example/x', false],
    ['https://a.example:8443/x', false],
  ])('may answer from %s: %j', (url, allowed) => {
    expect(isOfHost(url, host)).toBe(allowed);
  });
});

describe('the progress of a download', () => {
  test('is told at most five times a second, at once where the phase changes, with the rate of the last seconds', () => {
    let now = 0;
    const told: DownloadProgress[] = [];
    const meter = new ProgressMeter(
      'x',
      () => now,
      (progress) => told.push(progress),
    );
    meter.tell({ phase: 'asking', totalBytes: 10_000 });
    for (now = 0; now <= 9000; now += 50) meter.bytes('downloading', now);
    // 180 pieces in nine seconds, of which every fourth is told.
    expect(told.length).toBeGreaterThan(40);
    expect(told.length).toBeLessThan(50);
    expect(told.at(-1)?.bytesPerSecond).toBe(1000);
    meter.wait(5, { code: 'download.waiting', at: '', values: {} });
    expect(told.at(-1)).toMatchObject({ phase: 'waiting', waitMs: 5, bytesPerSecond: 0, doneBytes: 9000 });
    meter.bytes('downloading', 9050);
    expect(told.at(-1)).toMatchObject({ phase: 'downloading', problem: null, waitMs: 0 });
    expect(meter.end('paused')).toMatchObject({ phase: 'paused', doneBytes: 9050, model: null });
  });
});
