import { describe, expect, test } from 'vitest';
import { childrenPerParent } from '../../../../src/fields/reference/childrenPerParent';
import { reference } from '../../../../src/fields/reference/reference';
import { streamFor } from '../../../../src/random/streamFor';
import { drawField, reviewField } from '../../../support/drawField';

describe('reference', () => {
  test('holds the key of its parent, and nothing where it has none', () => {
    // Row 6 has no parent; others have parent row / 3.
    expect(drawField(reference, { to: 'client.client_id' }, 8)).toEqual([
      ['P-0', 'P-0', 'P-0', 'P-1', 'P-1', 'P-1', null, 'P-2'],
    ]);
  });

  test('has the type of the key it holds', () => {
    const typeOf = (path: string) => (path === 'client.number' ? ('integer' as const) : undefined);
    expect(reference.columns({ to: 'client.number' }, typeOf)[0]?.type).toBe('integer');
  });

  test('refuses what is no key, and proposes one', () => {
    expect(reviewField(reference, { to: 'client.clientid' })).toEqual([
      '`visit.fields.it.to`: there is no field `client.clientid` in another table to refer to; did you mean `client.client_id`?',
    ]);
    expect(reviewField(reference, { to: '' })).toEqual([
      '`visit.fields.it.to`: no field is named. Choose one.',
    ]);
  });

  test('refuses a number of children that cannot be', () => {
    const to = 'client.client_id';
    expect(reviewField(reference, { to, perParent: { min: 3, max: 1 } })).toEqual([
      '`visit.fields.it.perParent.min`: the minimum 3 is above the maximum 1. Swap them or change one.',
    ]);
    expect(reviewField(reference, { to, perParent: -1 })[0]).toMatch(/`min` is -1/);
  });
});

describe('childrenPerParent', () => {
  const stream = () => streamFor(9, 'child', 'parent_id').part('children');

  test('is always the same number where one is given', () => {
    expect([...childrenPerParent(3, stream(), 4)]).toEqual([3, 3, 3, 3]);
  });

  test('takes a lone mean as that of a poisson distribution', () => {
    const counts = [...childrenPerParent({ mean: 2 }, stream(), 5000)];
    const mean = counts.reduce((sum, count) => sum + count, 0) / 5000;
    // Four standard errors: 4 * sqrt(2 / 5000).
    expect(Math.abs(mean - 2)).toBeLessThan(0.08);
    expect(counts).toContain(0);
  });

  test('is never below zero, and keeps to its limits', () => {
    const counts = childrenPerParent({ distribution: 'normal', mean: 1, sd: 3, max: 4 }, stream(), 2000);
    expect(Math.min(...counts)).toBe(0);
    expect(Math.max(...counts)).toBe(4);
  });

  test('depends on the parent’s row alone', () => {
    const many = childrenPerParent({ min: 0, max: 50 }, stream(), 200);
    expect([...childrenPerParent({ min: 0, max: 50 }, stream(), 20)]).toEqual([...many.slice(0, 20)]);
  });
});
