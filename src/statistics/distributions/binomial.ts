import { betaI } from '../betaI';
import { discreteQuantile } from '../discreteQuantile';
import { normalQuantile } from '../normalQuantile';
import type { Distribution } from './Distribution';
import { parameterProblems } from './parameterProblems';

/** P(X > k) = I_probability(k + 1, trials - k), DLMF 8.17.5. */
export const binomial: Distribution<'trials' | 'probability'> = {
  parameters: ['trials', 'probability'],
  discrete: true,
  problems: (parameters) => parameterProblems(parameters, { trials: 'count', probability: 'share' }),
  cdf(x, { trials, probability }) {
    const k = Math.floor(x);
    if (k < 0) return 0;
    return k >= trials ? 1 : betaI(1 - probability, trials - k, k + 1, probability);
  },
  survival(x, { trials, probability }) {
    const k = Math.floor(x);
    if (k < 0) return 1;
    return k >= trials ? 0 : betaI(probability, k + 1, trials - k, 1 - probability);
  },
  quantile(p, parameters, q = 1 - p) {
    const { trials, probability } = parameters;
    if (p <= 0) return 0;
    if (q <= 0) return trials;
    const z = p <= q ? normalQuantile(p) : -normalQuantile(q);
    const sd = Math.sqrt(trials * probability * (1 - probability));
    const guess = trials * probability + sd * z + ((z * z - 1) * (1 - 2 * probability)) / 6 - 0.5;
    const reaches = (k: number) =>
      p <= q ? binomial.cdf(k, parameters) >= p : binomial.survival(k, parameters) <= q;
    return discreteQuantile(guess, trials, reaches);
  },
};
