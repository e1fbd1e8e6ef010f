import { discreteQuantile } from '../discreteQuantile';
import { gammaP, gammaQ } from '../gammaP';
import { normalQuantile } from '../normalQuantile';
import type { Distribution } from './Distribution';
import { parameterProblems } from './parameterProblems';

/** P(X <= k) = Q(k + 1, mean), DLMF 8.4.10. */
export const poisson: Distribution<'mean'> = {
  parameters: ['mean'],
  discrete: true,
  problems: (parameters) => parameterProblems(parameters, { mean: 'notNegative' }),
  cdf: (x, { mean }) => (x < 0 ? 0 : gammaQ(Math.floor(x) + 1, mean)),
  survival: (x, { mean }) => (x < 0 ? 1 : gammaP(Math.floor(x) + 1, mean)),
  quantile(p, parameters, q = 1 - p) {
    if (p <= 0) return 0;
    if (q <= 0) return Infinity;
    const { mean } = parameters;
    const z = p <= q ? normalQuantile(p) : -normalQuantile(q);
    // Cornish and Fisher's first correction for skewness 1/√mean.
    const guess = mean + Math.sqrt(mean) * z + (z * z - 1) / 6 - 0.5;
    const reaches = (k: number) =>
      p <= q ? poisson.cdf(k, parameters) >= p : poisson.survival(k, parameters) <= q;
    return discreteQuantile(guess, Number.MAX_SAFE_INTEGER, reaches);
  },
};
