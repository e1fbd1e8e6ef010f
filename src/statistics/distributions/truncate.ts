import type { Distribution, Parameters } from './Distribution';

/**
 * Turns a uniform number in (0, 1) into a draw between `min` and `max`, both inclusive, by inversion: one uniform,
 * one draw, never outside. The nearer tail is worked with, so bounds may lie far out; where even the tail is too
 * thin for a double, the bound nearest the bulk comes out. Some value must lie between the bounds.
 */
export function truncate(
  distribution: Distribution,
  parameters: Parameters,
  bounds: { readonly min?: number; readonly max?: number } = {},
): (uniform: number) => number {
  const { discrete } = distribution;
  const min = discrete ? Math.ceil(bounds.min ?? -Infinity) : (bounds.min ?? -Infinity);
  const max = discrete ? Math.floor(bounds.max ?? Infinity) : (bounds.max ?? Infinity);
  const from = discrete ? min - 1 : min;
  const [below, above] = tails(distribution, parameters, from);
  const [belowMax, aboveMax] = tails(distribution, parameters, max);
  const inLowerHalf = belowMax - below;
  const inUpperHalf = above - aboveMax;
  if (inLowerHalf <= 0 && inUpperHalf <= 0) {
    const nearest = below > 0.5 ? min : max;
    return () => nearest;
  }
  return (uniform) => {
    const p = below + uniform * inLowerHalf;
    const q = aboveMax + (1 - uniform) * inUpperHalf;
    return Math.min(max, Math.max(min, distribution.quantile(p, parameters, q)));
  };
}

function tails(distribution: Distribution, parameters: Parameters, x: number): [number, number] {
  if (x === -Infinity) return [0, 1];
  if (x === Infinity) return [1, 0];
  return [distribution.cdf(x, parameters), distribution.survival(x, parameters)];
}
