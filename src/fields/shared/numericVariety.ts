import { numericSampler } from './numericSampler';
import type { NumericOptions } from './numericEntries';
import type { Conditional } from './when';

/** How many different numbers a bounded distribution can give; undefined where it has no end or depends. */
export function numericVariety(options: NumericOptions & Conditional, decimals: number): number | undefined {
  if (options.when !== undefined && options.when.length > 0) return undefined;
  const { low, high } = numericSampler(options, decimals);
  const count = high - low + 1;
  return Number.isFinite(count) ? Math.max(0, count) : undefined;
}
