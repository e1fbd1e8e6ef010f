import { describe, expect, test } from 'vitest';
import { integer } from '../../../../src/fields/integer/integer';
import { number } from '../../../../src/fields/number/number';
import { drawField, reviewField } from '../../../support/drawField';

describe('number', () => {
  test('is an integer column with no decimals, and for counts by itself', () => {
    expect(number.columns({ min: 0, max: 1, decimals: 0 })[0]?.type).toBe('integer');
    expect(number.columns({ distribution: 'poisson', mean: 2 })[0]?.type).toBe('integer');
    expect(number.columns({ min: 0, max: 1 })[0]?.type).toBe('number');
  });

  test('lets a condition replace parameters and keep the others', () => {
    const options = { min: 0, max: 1, decimals: 0, when: [{ if: 'flag', min: 100, max: 101 }] };
    const [cells = []] = drawField(number, options, 9);
    cells.forEach((cell, row) => expect(Number(cell) >= 100).toBe(row % 3 === 0));
  });

  test('obeys strict bounds of its row', () => {
    const bounds = () => ({ min: 3, minStrict: true, max: 5, maxStrict: true });
    const [cells = []] = drawField(integer, { min: 0, max: 9 }, 20, { bounds });
    expect(new Set(cells)).toEqual(new Set([4]));
  });

  test('goes to the end nearest to bounds it cannot meet', () => {
    expect(drawField(integer, { min: 0, max: 9 }, 1, { bounds: () => ({ min: 20 }) })).toEqual([[9]]);
    expect(drawField(integer, { min: 0, max: 9 }, 1, { bounds: () => ({ max: -4 }) })).toEqual([[0]]);
  });

  test('knows how many numbers there are between its limits', () => {
    expect(number.variety?.({ min: 0, max: 1, decimals: 2 })).toBe(101);
    expect(number.variety?.({ distribution: 'normal', mean: 0, sd: 1 })).toBeUndefined();
  });

  test('knows its limits over all conditions', () => {
    expect(number.limits?.({ min: 0, max: 5, when: [{ if: 'flag', max: 9 }] })).toEqual({ min: 0, max: 9 });
    expect(number.limits?.({ distribution: 'normal', mean: 0, sd: 1, min: 0 })).toEqual({ min: 0 });
  });

  test.each([
    [
      { min: 90, max: 18 },
      '`visit.fields.it.min`: the minimum 90 is above the maximum 18. Swap them or change one.',
    ],
    [
      { min: 0, max: 9, decimals: 11 },
      '`visit.fields.it.decimals`: 11 decimals are not possible. Choose a whole number from 0 to 10.',
    ],
    [
      { distribution: 'normal' as const, mean: 0, sd: 0 },
      '`visit.fields.it.sd`: `sd` is 0; it must be above 0.',
    ],
    [
      { distribution: 'normal' as const, mean: 3 },
      '`visit.fields.it.sd`: the distribution needs a number for `sd`.',
    ],
    [
      { min: 0.2, max: 0.8, decimals: 0 },
      '`visit.fields.it.min`: there is no number with 0 decimals from 0.2 to 0.8. Widen the range or allow more decimals.',
    ],
    [
      { distribution: 'lognormal' as const, mean: -1, sd: 1 },
      '`visit.fields.it.mean`: `mean` is -1; it must be above 0.',
    ],
    [
      { distribution: 'binomial' as const, trials: 2.5, probability: 0.5 },
      '`visit.fields.it.trials`: `trials` is 2.5; it must be a whole number from 0 to 1,000,000,000.',
    ],
  ])('refuses %j', (options, sentence) => {
    expect(reviewField(number, options)).toEqual([sentence]);
  });

  test('refuses a range that its distribution hardly ever reaches', () => {
    expect(reviewField(number, { distribution: 'normal', mean: 0, sd: 1, min: 30 })[0]).toMatch(
      /hardly ever lands/,
    );
    expect(reviewField(number, { distribution: 'exponential', mean: 5, max: -1 })[0]).toMatch(
      /hardly ever lands/,
    );
    expect(reviewField(number, { distribution: 'poisson', mean: 3, min: 2, max: 2 })).toEqual([]);
  });

  test('warns of a parameter that its distribution does not have', () => {
    expect(reviewField(number, { min: 0, max: 9, mean: 4 })[0]).toMatch(/no `mean`, so it changes nothing/);
  });

  test('reviews what a condition makes of the options, once', () => {
    const options = { min: 0, max: 9, when: [{ if: 'flag', min: 12 }] };
    expect(reviewField(number, options)).toEqual([
      '`visit.fields.it.when[0].min`: the minimum 12 is above the maximum 9. Swap them or change one.',
    ]);
  });
});
