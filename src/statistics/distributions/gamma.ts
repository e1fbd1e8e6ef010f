import { gammaP, gammaQ } from '../gammaP';
import { gammaQuantile } from '../gammaQuantile';
import type { Distribution } from './Distribution';
import { parameterProblems } from './parameterProblems';

/** Mean shape × scale. */
export const gamma: Distribution<'shape' | 'scale'> = {
  parameters: ['shape', 'scale'],
  discrete: false,
  problems: (parameters) => parameterProblems(parameters, { shape: 'positive', scale: 'positive' }),
  cdf: (x, { shape, scale }) => gammaP(shape, x / scale),
  survival: (x, { shape, scale }) => gammaQ(shape, x / scale),
  quantile: (p, { shape, scale }, q = 1 - p) => scale * gammaQuantile(shape, p, q),
};
