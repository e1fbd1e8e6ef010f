import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanJson } from '../../../src/recipe/scanJson';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('finds a fault exactly where JSON.parse does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), fc.constantFrom(...'{}[],:"\\ 0x.-en'), (value, place, mark) => {
      const text = JSON.stringify(value, null, 1);
      const at = place % (text.length + 1);
      for (const changed of [text, text.slice(0, at), text.slice(0, at) + mark + text.slice(at)]) {
        expect(scanJson(changed).fault === undefined).toBe(parses(changed));
      }
    }),
    { numRuns: 500 },
  );
});

test('counts lines and columns from 1', () => {
  expect(scanJson('{\n "a": 1,\n "b": ?\n}').fault).toEqual({ line: 3, column: 7, found: '?' });
  expect(scanJson('').fault).toEqual({ line: 1, column: 1, found: '' });
});

test('finds keys that stand twice in one object, and not those of two objects', () => {
  expect(scanJson('[{"a": 1}, {"a": 1, "b": {"c": 1,\n"c": 2}}]').duplicates).toEqual([
    { path: [1, 'b', 'c'], line: 2 },
  ]);
  expect(scanJson('{"a": 1, "\\u0061": 2}').duplicates).toHaveLength(1);
});

test('neither depth nor one endless text brings it down', () => {
  expect(scanJson('['.repeat(200_000)).fault?.column).toBe(200_001);
  expect(scanJson(`"${'\\"'.repeat(500_000)}`).fault?.column).toBe(1);
});
