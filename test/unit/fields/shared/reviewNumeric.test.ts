import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numericEntries, numericParameters } from '../../../../src/fields/shared/numericEntries';
import { numericSampler } from '../../../../src/fields/shared/numericSampler';
import type { NumericOptions } from '../../../../src/fields/shared/numericEntries';
import { reviewNumeric } from '../../../../src/fields/shared/reviewNumeric';
import { isWrong } from '../../../../src/problems/describe';
import { streamFor } from '../../../../src/random/streamFor';

const value = fc.constantFrom(-1e300, -1e9, -3, -1, -0.5, 0, 1e-12, 0.3, 1, 2.5, 7, 90, 1e6, 1e9, 1e300);
const options = fc.record(
  {
    distribution: fc.constantFrom(...numericEntries.distribution.wrapped.pipe[0].options),
    min: value,
    max: value,
    ...Object.fromEntries(numericParameters.map((parameter) => [parameter, value])),
  },
  { requiredKeys: ['distribution'] },
) as fc.Arbitrary<NumericOptions>;

describe('reviewNumeric', () => {
  test('lets nothing through that cannot be drawn within its limits', () => {
    fc.assert(
      fc.property(options, fc.integer({ min: 0, max: 10 }), fc.nat(), (given, decimals, row) => {
        if (reviewNumeric(given, decimals, 'f').some(isWrong)) return;
        const sampler = numericSampler(given, decimals);
        const drawn = sampler.grid.valueAt(sampler.draw(streamFor(1, 't', 'f').at(row)));
        expect([given, drawn, Number.isFinite(drawn)]).toEqual([given, drawn, true]);
        expect(drawn).toBeGreaterThanOrEqual(given.min ?? -Infinity);
        expect(drawn).toBeLessThanOrEqual(given.max ?? Infinity);
      }),
      { numRuns: 5000 },
    );
  });
});
