import { normalCdf } from '../normalCdf';
import { normalQuantile } from '../normalQuantile';
import type { Distribution } from './Distribution';
import { parameterProblems } from './parameterProblems';

export const normal: Distribution<'mean' | 'sd'> = {
  parameters: ['mean', 'sd'],
  discrete: false,
  problems: (parameters) => parameterProblems(parameters, { mean: 'any', sd: 'positive' }),
  cdf: (x, { mean, sd }) => normalCdf((x - mean) / sd),
  survival: (x, { mean, sd }) => normalCdf((mean - x) / sd),
  quantile: (p, { mean, sd }, q = 1 - p) => mean + sd * (p <= q ? normalQuantile(p) : -normalQuantile(q)),
};
