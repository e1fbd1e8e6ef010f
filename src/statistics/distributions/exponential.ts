import type { Distribution } from './Distribution';
import { parameterProblems } from './parameterProblems';

export const exponential: Distribution<'mean'> = {
  parameters: ['mean'],
  discrete: false,
  problems: (parameters) => parameterProblems(parameters, { mean: 'positive' }),
  cdf: (x, { mean }) => (x <= 0 ? 0 : -Math.expm1(-x / mean)),
  survival: (x, { mean }) => (x <= 0 ? 1 : Math.exp(-x / mean)),
  quantile: (p, { mean }, q = 1 - p) => mean * (p <= q ? -Math.log1p(-p) : -Math.log(q)),
};
