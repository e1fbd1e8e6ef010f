import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aliasTable } from '../../../../src/fields/shared/aliasTable';
import { streamFor } from '../../../../src/random/streamFor';

function shares(weights: readonly number[], draws: number): number[] {
  const table = aliasTable(weights);
  const stream = streamFor(3, 't', 'alias');
  const counts = weights.map(() => 0);
  for (let row = 0; row < draws; row++) counts[table.draw(stream.at(row))]!++;
  return counts.map((count) => count / draws);
}

describe('aliasTable', () => {
  test('draws in proportion to the weights', () => {
    const drawn = shares([3, 0, 2, 5], 40_000);
    // Four standard errors of a share of one half in 40,000 draws are 0.01.
    [0.3, 0, 0.2, 0.5].forEach((share, index) => expect(Math.abs(drawn[index]! - share)).toBeLessThan(0.01));
  });

  test('never draws a weight of zero', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1 }), (weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        shares(weights, 200).forEach((share, index) => {
          if (weights[index] === 0) expect(share).toBe(0);
        });
      }),
    );
  });
});
