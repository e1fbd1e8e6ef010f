import { describe, expect, test } from 'vitest';
import { category } from '../../../../src/fields/category/category';
import { drawField, reviewField } from '../../../support/drawField';

describe('category', () => {
  test('follows its weights', () => {
    const [cells = []] = drawField(category, { values: { fall: 3, cough: 1 } }, 4000);
    const falls = cells.filter((cell) => cell === 'fall').length / 4000;
    expect(Math.abs(falls - 0.75)).toBeLessThan(0.03);
  });

  test('writes numbers and booleans of a list as texts', () => {
    const [cells = []] = drawField(category, { values: [1, true] }, 50);
    expect(new Set(cells)).toEqual(new Set(['1', 'true']));
  });

  test('makes numbers of codes when asked to, and refuses values that are none', () => {
    const [cells = []] = drawField(category, { values: { 0: 1, 1: 1 }, as: 'integer' }, 50);
    expect(new Set(cells)).toEqual(new Set([0, 1]));
    const problems = reviewField(category, { values: { 0: 1, 1.5: 1, none: 1 }, as: 'number' });
    expect(problems).toEqual([
      '`visit.fields.it.values`: the value “none” is no number. Remove it, or let the cells be text.',
    ]);
  });

  test('takes the values of the first condition that holds', () => {
    const options = {
      values: ['other'],
      when: [
        { if: 'flag', values: ['first'] },
        { if: "kind == 'chest pain' || kind == 'fall'", values: ['second'] },
      ],
    };
    // Row 0 is flagged and chest pain, row 1 a fall, row 2 a cough.
    expect(drawField(category, options, 3)).toEqual([['first', 'second', 'other']]);
    expect(category.variety?.(options)).toBe(3);
  });

  test('treats a condition over a missing cell as one that does not hold', () => {
    const options = { values: ['no'], when: [{ if: 'amount > 0', values: ['yes'] }] };
    const [cells = []] = drawField(category, options, 11);
    expect(cells[9]).toBe('yes');
    expect(cells[10]).toBe('no');
  });

  test('counts only values that can be drawn', () => {
    expect(category.variety?.({ values: { a: 1, b: 0 } })).toBe(1);
  });

  test('refuses weights that cannot be drawn from', () => {
    expect(reviewField(category, { values: {} })).toEqual([
      '`visit.fields.it.values`: there are no values to choose from. Add at least one.',
    ]);
    expect(reviewField(category, { values: { fall: -1 } })).toEqual([
      '`visit.fields.it.values.fall`: the weight -1 of “fall” is below zero. Give it 0 or more.',
    ]);
    expect(reviewField(category, { values: { a: 0, b: 0 } })[0]).toMatch(/every weight is zero/);
  });

  test('refuses a condition over a field that does not exist, and proposes one that does', () => {
    expect(reviewField(category, { values: ['a'], when: [{ if: "kindd == 'fall'", values: [] }] })).toEqual([
      '`visit.fields.it.when[0].if`: there is no field `kindd`; did you mean `kind`?',
      '`visit.fields.it.when[0].values`: there are no values to choose from. Add at least one.',
    ]);
  });
});
