import { problem, type Problem } from '../../problems/Problem';
import type { Distribution, Parameters } from '../../statistics/distributions/Distribution';
import { distributions, type DistributionName } from '../../statistics/distributions/distributions';
import type { NumericOptions, NumericParameter } from './numericEntries';

/** A distribution with the parameters that a field's options stand for. */
export interface NumericModel {
  readonly distribution: Distribution;
  readonly parameters: Parameters;
}

interface Reading {
  /** Options that it takes, beside `min` and `max`. */
  readonly takes: (options: NumericOptions) => readonly NumericParameter[];
  readonly read: (options: NumericOptions) => Record<string, number | undefined>;
  readonly problems?: (options: NumericOptions) => readonly Problem[];
}

const plain = (...names: NumericParameter[]): Reading => ({
  takes: () => names,
  read: (options) => Object.fromEntries(names.map((name) => [name, options[name]])),
});

const readings: Readonly<Record<DistributionName, Reading>> = {
  uniform: { takes: () => [], read: ({ min, max }) => ({ min, max }) },
  normal: plain('mean', 'sd'),
  lognormal: {
    takes: (options) => (hasLogParameters(options) ? ['mu', 'sigma'] : ['mean', 'sd']),
    read: readLognormal,
    problems: (options) => (hasLogParameters(options) ? [] : positive(options, 'mean', 'sd')),
  },
  triangular: { takes: () => ['mode'], read: ({ min, mode, max }) => ({ min, mode, max }) },
  exponential: {
    takes: ({ rate }) => (rate === undefined ? ['mean'] : ['rate']),
    read: ({ mean, rate }) => ({ mean: rate === undefined ? mean : 1 / rate }),
    problems: (options) => (options.rate === undefined ? [] : positive(options, 'rate')),
  },
  gamma: plain('shape', 'scale'),
  beta: plain('alpha', 'beta'),
  poisson: plain('mean'),
  binomial: plain('trials', 'probability'),
};

/** Options are such that `numericProblems` finds nothing wrong. */
export function numericModel(options: NumericOptions): NumericModel {
  const name = options.distribution ?? 'uniform';
  const distribution: Distribution = distributions[name];
  const parameters = readings[name].read(options) as Record<string, number>;
  if (name !== 'beta') return { distribution, parameters };
  const { min = 0, max = 1 } = options;
  return { distribution: stretched(distribution, min, max - min), parameters };
}

export function parametersTaken(options: NumericOptions): readonly NumericParameter[] {
  return readings[options.distribution ?? 'uniform'].takes(options);
}

/** What is wrong with the parameters; `at` is the option's name. */
export function parameterProblems(options: NumericOptions): readonly Problem[] {
  const name = options.distribution ?? 'uniform';
  const own = readings[name].problems?.(options) ?? [];
  if (own.length > 0) return own;
  const distribution: Distribution = distributions[name];
  const given = Object.entries(readings[name].read(options)).filter(([, value]) => value !== undefined);
  return distribution.problems(Object.fromEntries(given) as Record<string, number>);
}

/** From 0 and 1 onto `from` and `from + width`. */
function stretched(distribution: Distribution, from: number, width: number): Distribution {
  return {
    ...distribution,
    cdf: (x, parameters) => distribution.cdf(unit((x - from) / width), parameters),
    survival: (x, parameters) => distribution.survival(unit((x - from) / width), parameters),
    quantile: (p, parameters, q) => from + width * distribution.quantile(p, parameters, q),
  };
}

function unit(x: number): number {
  return Math.min(1, Math.max(0, x));
}

function hasLogParameters({ mu, sigma }: NumericOptions): boolean {
  return mu !== undefined || sigma !== undefined;
}

/** sigma² = ln(1 + sd²/mean²), mu = ln(mean) - sigma²/2 (Johnson, Kotz, Balakrishnan, chapter 14). */
function readLognormal(options: NumericOptions): Record<string, number | undefined> {
  if (hasLogParameters(options)) return { mu: options.mu, sigma: options.sigma };
  const { mean = NaN, sd = NaN } = options;
  const variance = Math.log1p((sd / mean) ** 2);
  return { mu: Math.log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}

function positive(options: NumericOptions, ...names: NumericParameter[]): Problem[] {
  return names.flatMap((name) => {
    const value = options[name];
    if (value === undefined) return [problem('distribution.missing', name, { name })];
    return value > 0 ? [] : [problem('distribution.notPositive', name, { name, value })];
  });
}
