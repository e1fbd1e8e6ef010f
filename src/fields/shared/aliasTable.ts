import type { Stream } from '../../random/Stream';

/**
 * Draws positions 0 to n - 1 in proportion to weights, in constant time.
 * Vose, "A linear algorithm for generating random numbers with a given distribution", IEEE TSE 17(9), 1991.
 */
export interface AliasTable {
  draw(stream: Stream): number;
}

/** Weights are finite and not negative, and at least one is above 0; a weight of 0 is never drawn. */
export function aliasTable(weights: readonly number[]): AliasTable {
  const positions = weights.flatMap((weight, index) => (weight > 0 ? [index] : []));
  const count = positions.length;
  const total = positions.reduce((sum, index) => sum + (weights[index] as number), 0);
  const scaled = positions.map((index) => ((weights[index] as number) / total) * count);
  const share = new Float64Array(count).fill(1);
  const alias = Int32Array.from(positions.keys());
  const small = [...scaled.keys()].filter((index) => (scaled[index] as number) < 1);
  const large = [...scaled.keys()].filter((index) => (scaled[index] as number) >= 1);
  while (small.length > 0 && large.length > 0) {
    const less = small.pop() as number;
    const more = large[large.length - 1] as number;
    share[less] = scaled[less] as number;
    alias[less] = more;
    scaled[more] = (scaled[more] as number) - (1 - (scaled[less] as number));
    if ((scaled[more] as number) < 1) small.push(large.pop() as number);
  }
  return {
    draw(stream) {
      if (count === 1) return positions[0] as number;
      // 32 bits tell weights apart down to a billionth, at half the cost of 53.
      const point = (stream.uint32() / 2 ** 32) * count;
      const cell = Math.floor(point);
      return positions[point - cell < (share[cell] as number) ? cell : (alias[cell] as number)] as number;
    },
  };
}
