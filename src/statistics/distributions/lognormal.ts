import type { Distribution } from './Distribution';
import { normal } from './normal';
import { parameterProblems } from './parameterProblems';

const logarithm = ({ mu, sigma }: { readonly mu: number; readonly sigma: number }) => ({
  mean: mu,
  sd: sigma,
});

/** `mu` and `sigma` are the mean and standard deviation of the logarithm; the median is e^mu. */
export const lognormal: Distribution<'mu' | 'sigma'> = {
  parameters: ['mu', 'sigma'],
  discrete: false,
  problems: (parameters) => parameterProblems(parameters, { mu: 'any', sigma: 'positive' }),
  cdf: (x, parameters) => (x <= 0 ? 0 : normal.cdf(Math.log(x), logarithm(parameters))),
  survival: (x, parameters) => (x <= 0 ? 1 : normal.survival(Math.log(x), logarithm(parameters))),
  quantile: (p, parameters, q = 1 - p) => Math.exp(normal.quantile(p, logarithm(parameters), q)),
};
