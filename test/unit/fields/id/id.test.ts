import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePattern } from '../../../../src/fields/id/codePattern';
import { id } from '../../../../src/fields/id/id';
import { permutation } from '../../../../src/fields/id/permutation';
import { streamFor } from '../../../../src/random/streamFor';
import { drawField, reviewField } from '../../../support/drawField';

describe('permutation', () => {
  test('meets every number below its size exactly once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(), (size, seed) => {
        const place = permutation(size, streamFor(seed, 't', 'f').at(0));
        const images = Array.from({ length: size }, (_, index) => place(index));
        expect([...images].sort((a, b) => a - b)).toEqual([...images.keys()]);
      }),
    );
  });

  test('does not repeat itself over many numbers of a large space', () => {
    for (const size of [2 ** 48, 10 ** 8, 26 ** 5]) {
      const place = permutation(size, streamFor(1, 't', 'f').at(0));
      const images = new Set(Array.from({ length: 50_000 }, (_, index) => place(index)));
      expect(images.size).toBe(50_000);
      for (const image of images) expect(image < size && image >= 0 && Number.isInteger(image)).toBe(true);
    }
  });

  test('leaves no trace of the order', () => {
    const place = permutation(10_000, streamFor(1, 't', 'f').at(0));
    const rises = Array.from({ length: 9999 }, (_, index) => place(index + 1) > place(index)).filter(
      Boolean,
    ).length;
    // Half of the neighbours rise; the standard deviation of that count is about 29.
    expect(Math.abs(rises - 4999.5)).toBeLessThan(150);
  });
});

describe('codePattern', () => {
  const streams = streamFor(1, 't', 'f');

  test.each([
    ['SYN-###', 7, 'SYN-007'],
    ['A#', 259, 'Z9'],
    ['\\A\\#-#', 4, 'A#-4'],
    ['#####', 1234, '01234'],
    ['x', 0, 'x'],
  ])('%s writes %i as %s', (pattern, number, code) => {
    expect(codePattern(pattern).write(number, streams, 0)).toBe(code);
  });

  test('counts its codes', () => {
    expect(codePattern('AA-##').size).toBe(67_600);
    expect(codePattern('plain').size).toBe(1);
  });

  test('tells millions of rows apart in any pattern that has as many codes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('#', 'A', '-'), { maxLength: 40 }), (marks) => {
        const { size, distinctSize } = codePattern(marks.join(''));
        expect(distinctSize).toBeGreaterThanOrEqual(Math.min(size, 1_000_000));
      }),
    );
  });
});

describe('id', () => {
  test('uses every code of a pattern before it would need a second round', () => {
    const [cells = []] = drawField(id, { pattern: '##' }, 100);
    expect(new Set(cells).size).toBe(100);
  });

  test('is a plain number or a text as a sequence', () => {
    expect(drawField(id, { start: 5, step: 10 }, 3)).toEqual([[5, 15, 25]]);
    expect(id.columns({ start: 5 })[0]?.type).toBe('integer');
    expect(drawField(id, { prefix: 'MRN', width: 4 }, 2)).toEqual([['MRN0001', 'MRN0002']]);
    expect(id.columns({ prefix: 'MRN' })[0]?.type).toBe('text');
  });

  test('writes version 4 UUIDs', () => {
    const [cells = []] = drawField(id, { style: 'uuid' }, 200);
    for (const cell of cells) {
      expect(cell).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(new Set(cells).size).toBe(200);
  });

  test('refuses fewer codes than records', () => {
    expect(reviewField(id, { pattern: 'P-#' }, { rowCount: 11 })).toEqual([
      '`visit.fields.it.pattern`: the pattern P-# has 10 codes for 11 records. Add a # or an A.',
    ]);
  });

  test('warns of an A inside a word', () => {
    expect(reviewField(id, { pattern: 'CASE-###' })[0]).toMatch(
      /each A in CASE-### becomes a letter by chance/,
    );
    expect(reviewField(id, { pattern: 'C\\ASE-###' })).toEqual([]);
    expect(reviewField(id, { pattern: 'AA-###' })).toEqual([]);
  });

  test('refuses a sequence that stands still or has no whole steps', () => {
    expect(reviewField(id, { step: 0 })[0]).toMatch(/a step of 0/);
    expect(reviewField(id, { start: 0.5 })[0]).toMatch(/0\.5 is not a whole number/);
    expect(reviewField(id, { width: 21 })[0]).toMatch(/21 digits/);
  });
});
