import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pattern } from '../../../../src/fields/pattern/pattern';
import { drawField, reviewField } from '../../../support/drawField';

describe('pattern', () => {
  test.each([
    '[A-Z]{2}[0-9]{4}',
    '^(Dr|Prof)\\. [A-Z][a-z]{3,6}$',
    '(?:ab?|c){2,3}x*y+',
    '\\d\\D\\w\\W\\s\\S',
    '[^A-Za-z]{3}',
    '[\\d-]{2}[a\\]-]',
    '.{5}|',
    '(?<year>19|20)\\d{2}',
    '[äöü]ß{2,}',
    'a{0}b??c',
    '🙂{2}',
  ])('makes only texts that %s matches', (regex) => {
    expect(reviewField(pattern, { regex })).toEqual([]);
    const [cells = []] = drawField(pattern, { regex }, 200);
    const judge = new RegExp(`^(?:${regex})$`, 'u');
    for (const cell of cells) expect(String(cell)).toMatch(judge);
  });

  test('can make every text of a small pattern, and counts them', () => {
    const [cells = []] = drawField(pattern, { regex: '[ab]{1,2}|c' }, 400);
    expect([...new Set(cells)].sort()).toEqual(['a', 'aa', 'ab', 'b', 'ba', 'bb', 'c']);
    expect(pattern.variety?.({ regex: '[ab]{1,2}|c' })).toBe(7);
  });

  test('repeats * and + eight times at most', () => {
    const [cells = []] = drawField(pattern, { regex: 'x*' }, 300);
    expect(new Set(cells.map((cell) => String(cell).length))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8]));
  });

  test.each([
    ['', 'the pattern is empty'],
    ['a(?=b)', 'look-around'],
    ['(?<!a)b', 'look-around'],
    ['(a)\\1', 'a back-reference'],
    ['\\bword', '\\b'],
    ['\\p{L}', '\\p'],
    ['(a', 'before ) closes it'],
    ['[a', 'before ] closes it'],
    ['a{2', 'before } closes it'],
    ['a)', 'misplaced )'],
    ['*a', 'misplaced *'],
    ['a**', 'misplaced *'],
    ['a$b', 'misplaced $'],
    ['[z-a]', 'z-a runs backwards'],
    ['a{3,1}', '{3,1} runs backwards'],
    ['(a{50}){50}', '2,500 characters'],
    ['((((a*)*)*)*)', '4,096 characters'],
  ])('refuses %s', (regex, part) => {
    const [sentence] = reviewField(pattern, { regex });
    expect(sentence).toContain('`visit.fields.it.regex`: ');
    expect(sentence).toContain(part);
  });

  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1()[]{}|*+?.^$\\-,<!=:') }), (regex) => {
        if (reviewField(pattern, { regex }).length > 0) return;
        const judge = new RegExp(`^(?:${regex})$`);
        for (const cell of drawField(pattern, { regex }, 5)[0] ?? []) expect(String(cell)).toMatch(judge);
      }),
      { numRuns: 2000 },
    );
  });
});
