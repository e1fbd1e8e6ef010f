import { normalCdf } from '../../statistics/normalCdf';

/** A shape for the numbers of a column, in the words of the number field. */
export interface FittedShape {
  readonly options:
    | { readonly distribution: 'uniform' }
    | { readonly distribution: 'normal'; readonly mean: number; readonly sd: number }
    | { readonly distribution: 'lognormal'; readonly mu: number; readonly sigma: number }
    | { readonly distribution: 'exponential'; readonly mean: number };
  /** Kolmogorov-Smirnov distance between the sample and the shape, cut to the range: 0 is a perfect fit. */
  readonly distance: number;
}

/** A plainer shape is taken when it fits nearly as well. */
const nearlyAsWell = 0.015;

type Cdf = (value: number) => number;

/**
 * Of uniform, normal, exponential and lognormal, cut to the range, the one nearest to the sample. Normal and
 * lognormal are tried with the moments and with the middle 68 %, which a few far values cannot pull away.
 */
export function fitShape(
  sample: readonly number[],
  range: { readonly min: number; readonly max: number },
): FittedShape {
  const sorted = Float64Array.from(sample).sort();
  const candidates = [
    ...shapes(sorted, range).map(({ options, cdf }) => ({
      options,
      distance: distanceTo(sorted, cdf, range),
    })),
  ];
  const best = Math.min(...candidates.map(({ distance }) => distance));
  return candidates.find(({ distance }) => distance <= best + nearlyAsWell) as FittedShape;
}

function shapes(
  sorted: Float64Array,
  { min, max }: { min: number; max: number },
): { options: FittedShape['options']; cdf: Cdf }[] {
  const found: { options: FittedShape['options']; cdf: Cdf }[] = [
    { options: { distribution: 'uniform' }, cdf: (value) => (value - min) / (max - min) },
  ];
  for (const { mean, sd } of centres(sorted)) {
    if (sd > 0) {
      found.push({
        options: { distribution: 'normal', mean: significant(mean), sd: significant(sd) },
        cdf: (value) => normalCdf((value - mean) / sd),
      });
    }
  }
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  if (min >= 0 && mean > 0) {
    found.push({
      options: { distribution: 'exponential', mean: significant(mean) },
      cdf: (value) => 1 - Math.exp(-value / mean),
    });
  }
  const positive = sorted.filter((value) => value > 0);
  // A few zeros or negative slips do not keep amounts from being lognormal.
  if (positive.length > sorted.length * 0.95) {
    for (const { mean: mu, sd: sigma } of centres(positive.map(Math.log))) {
      if (!(sigma > 0)) continue;
      found.push({
        options: { distribution: 'lognormal', mu: significant(mu), sigma: significant(sigma) },
        cdf: (value) => (value <= 0 ? 0 : normalCdf((Math.log(value) - mu) / sigma)),
      });
    }
  }
  return found;
}

/** Mean and standard deviation; and the median with half the distance between the 16th and 84th percentile. */
function centres(sorted: Float64Array): { mean: number; sd: number }[] {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const sd = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return [
    { mean, sd },
    { mean: at(0.5), sd: (at(0.8413) - at(0.1587)) / 2 },
  ];
}

function distanceTo(sorted: Float64Array, cdf: Cdf, { min, max }: { min: number; max: number }): number {
  const below = cdf(min);
  const inside = cdf(max) - below;
  if (!(inside > 0)) return 1;
  let worst = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    const share = (cdf(sorted[start] as number) - below) / inside;
    // Ties are one step of the sample; its middle stands for a rounded value.
    worst = Math.max(worst, Math.abs((start + end) / 2 / sorted.length - share));
    start = end;
  }
  return worst;
}

/** Three significant digits: enough for a shape, too few to compute back. */
function significant(value: number): number {
  return Number(value.toPrecision(3));
}
