import type { Stream } from '../../random/Stream';
import type { Distribution, Parameters } from '../../statistics/distributions/Distribution';
import { truncate } from '../../statistics/distributions/truncate';
import { numberGrid, type NumberGrid } from './numberGrid';
import type { NumericOptions } from './numericEntries';
import { numericModel } from './numericModel';

/**
 * Draws numbers of a grid between `low` and `high` (grid units, both possible; infinite where there is no limit)
 * by inversion: one uniform, one number, never outside. Each grid number stands for the values that round to it.
 */
export interface NumericSampler {
  readonly grid: NumberGrid;
  readonly low: number;
  readonly high: number;
  draw(stream: Stream): number;
  /** Within a narrower range, for rows on which constraints lay bounds. */
  drawWithin(stream: Stream, low: number, high: number): number;
}

const mostTabled = 2048;
const slowQuantiles: ReadonlySet<string> = new Set(['gamma', 'beta', 'poisson', 'binomial']);

/** Options are such that `reviewNumeric` finds nothing wrong. */
export function numericSampler(options: NumericOptions, decimals: number): NumericSampler {
  const grid = numberGrid(decimals);
  const name = options.distribution ?? 'uniform';
  const isBeta = name === 'beta';
  const min = options.min ?? (isBeta ? 0 : -Infinity);
  const max = options.max ?? (isBeta ? 1 : Infinity);
  const low = min === -Infinity ? min : grid.firstFrom(min);
  const high = max === Infinity ? max : grid.lastUpTo(max);
  if (name === 'uniform')
    return { grid, low, high, draw: (stream) => evenly(stream, low, high), drawWithin: evenly };
  const { distribution, parameters } = numericModel(options);
  const within = (first: number, last: number) => inverse(distribution, parameters, grid, first, last);
  const table = slowQuantiles.has(name) ? tabled(distribution, parameters, grid, low, high) : undefined;
  const draw = table ?? within(low, high);
  return {
    grid,
    low,
    high,
    draw: (stream) => draw(stream.uniform()),
    drawWithin: (stream, first, last) => within(first, last)(stream.uniform()),
  };
}

function evenly(stream: Stream, low: number, high: number): number {
  const count = high - low + 1;
  return (
    low + (count <= Number.MAX_SAFE_INTEGER ? stream.below(count) : Math.floor(stream.uniform() * count))
  );
}

function inverse(
  distribution: Distribution,
  parameters: Parameters,
  { perOne }: NumberGrid,
  low: number,
  high: number,
): (uniform: number) => number {
  const edge = distribution.discrete ? 0 : 0.5;
  const draw = truncate(distribution, parameters, {
    min: (low - edge) / perOne,
    max: (high + edge) / perOne,
  });
  return (uniform) => Math.min(high, Math.max(low, Math.round(draw(uniform) * perOne)));
}

/** Shares of all grid numbers added up once, where they are few; undefined where they are many or far out. */
function tabled(
  distribution: Distribution,
  parameters: Parameters,
  { perOne }: NumberGrid,
  low: number,
  high: number,
): ((uniform: number) => number) | undefined {
  const edge = distribution.discrete ? 0 : 0.5;
  const first = Math.max(low, Math.floor(distribution.quantile(2 ** -54, parameters) * perOne));
  const last = Math.min(high, Math.ceil(distribution.quantile(1 - 2 ** -53, parameters, 2 ** -54) * perOne));
  const count = last - first + 1;
  if (!(count >= 1 && count <= mostTabled)) return undefined;
  const upTo = (unit: number): number => distribution.cdf((unit + edge) / perOne, parameters);
  const below = upTo(first - 1);
  const mass = upTo(last) - below;
  if (!(mass > 1e-3)) return undefined;
  const shares = Float64Array.from({ length: count }, (_, index) => (upTo(first + index) - below) / mass);
  return (uniform) => {
    let from = 0;
    let to = count - 1;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((shares[middle] as number) >= uniform) to = middle;
      else from = middle + 1;
    }
    return first + from;
  };
}
