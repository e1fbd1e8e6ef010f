import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { streamFor } from '../../../src/random/streamFor';
import type { Stream } from '../../../src/random/Stream';

const words = (stream: Stream, count = 6) => Array.from({ length: count }, () => stream.uint32());

describe('streamFor', () => {
  test('gives a cell the same numbers in any order of rows', () => {
    const forward = streamFor(7, 'visit', 'pulse');
    const rows = [0, 1, 2, 3, 2 ** 32, 2 ** 40 + 1];
    const expected = new Map(rows.map((row) => [row, words(forward.at(row))]));
    const backward = streamFor(7, 'visit', 'pulse');
    for (const row of [...rows].reverse()) expect(words(backward.at(row))).toEqual(expected.get(row));
  });

  test('starts a cell anew whenever it is asked for', () => {
    const stream = streamFor(7, 'visit', 'pulse');
    const first = words(stream.at(5), 3);
    expect(words(stream.at(5), 3)).toEqual(first);
  });

  test('gives different numbers to seeds, tables, fields, parts, rows and attempts', () => {
    const base = words(streamFor(1, 'a', 'b').at(0));
    const others = [
      streamFor(2, 'a', 'b').at(0),
      streamFor(1, 'x', 'b').at(0),
      streamFor(1, 'a', 'x').at(0),
      streamFor(1, 'a', 'b').part('missing').at(0),
      streamFor(1, 'a', 'b').at(1),
      streamFor(1, 'a', 'b').at(2 ** 32),
      streamFor(1, 'a', 'b', { attempt: () => 1 }).at(0),
    ].map((stream) => words(stream));
    const all = [base, ...others].map((list) => list.join());
    expect(new Set(all).size).toBe(all.length);
  });

  test('does not confuse names that read alike when joined', () => {
    const keyed = [
      streamFor(1, 'a', 'bc'),
      streamFor(1, 'ab', 'c'),
      streamFor(1, 'a', 'b', { part: 'c' }),
      streamFor(1, 'a","b', 'c'),
      streamFor(11, '', 'abc'),
    ].map((stream) => words(stream.at(0)).join());
    expect(new Set(keyed).size).toBe(keyed.length);
  });

  test('takes a part from the options or from the stream alike', () => {
    const options = words(streamFor(3, 't', 'f', { part: 'missing' }).at(9));
    expect(words(streamFor(3, 't', 'f').part('missing').at(9))).toEqual(options);
  });

  test('redraws only the rows whose attempt rises', () => {
    const attempts = new Map([[4, 2]]);
    const first = streamFor(1, 't', 'f');
    const again = streamFor(1, 't', 'f', { attempt: (row) => attempts.get(row) ?? 0 });
    expect(words(again.at(3))).toEqual(words(first.at(3)));
    expect(words(again.at(4))).not.toEqual(words(first.at(4)));
    expect(words(again.part('missing').at(4))).not.toEqual(words(first.part('missing').at(4)));
  });
});

describe('a stream', () => {
  test('gives uniforms strictly between 0 and 1 that fill tenths evenly', () => {
    const stream = streamFor(1, 't', 'f');
    const tenths = new Array<number>(10).fill(0);
    for (let row = 0; row < 20_000; row++) {
      const value = stream.at(row).uniform();
      expect(value > 0 && value < 1).toBe(true);
      tenths[Math.floor(value * 10)]! += 1;
    }
    // 2,000 expected, standard deviation 42: five of them either way.
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(212);
  });

  test('gives whole numbers below any bound', () => {
    const bounds = fc.oneof(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 2 ** 31, max: 2 ** 32 + 5 }),
      fc.integer({ min: 2 ** 32, max: 2 ** 53 - 1 }),
      fc.constant(2 ** 53),
    );
    fc.assert(
      fc.property(bounds, fc.nat(), (bound, row) => {
        const stream = streamFor(1, 't', 'f').at(row);
        for (let index = 0; index < 5; index++) {
          const value = stream.below(bound);
          if (!(Number.isInteger(value) && value >= 0 && value < bound)) return false;
        }
        return true;
      }),
    );
  });

  test('is even over a bound that divides no power of two', () => {
    const stream = streamFor(1, 't', 'f').at(0);
    const counts = [0, 0, 0];
    // Three halves of 2^31: a plain remainder would give the lowest third twice its share.
    const bound = 3 * 2 ** 30;
    for (let index = 0; index < 30_000; index++) counts[Math.floor(stream.below(bound) / 2 ** 30)]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(410);
  });

  test.each([0, -1, 1.5, NaN, 2 ** 53 + 2])('refuses the bound %d', (bound) => {
    expect(() => streamFor(1, 't', 'f').at(0).below(bound)).toThrow(RangeError);
  });
});
