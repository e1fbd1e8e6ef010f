import { betaI } from '../betaI';
import { betaQuantile } from '../betaQuantile';
import type { Distribution } from './Distribution';
import { parameterProblems } from './parameterProblems';

/** Between 0 and 1, mean alpha / (alpha + beta). */
export const beta: Distribution<'alpha' | 'beta'> = {
  parameters: ['alpha', 'beta'],
  discrete: false,
  problems: (parameters) => parameterProblems(parameters, { alpha: 'positive', beta: 'positive' }),
  cdf: (x, parameters) => betaI(x, parameters.alpha, parameters.beta),
  survival: (x, parameters) => betaI(1 - x, parameters.beta, parameters.alpha, x),
  quantile: (p, parameters, q = 1 - p) => betaQuantile(parameters.alpha, parameters.beta, p, q),
};
