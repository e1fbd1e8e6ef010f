import { beta } from './beta';
import { binomial } from './binomial';
import type { Distribution } from './Distribution';
import { exponential } from './exponential';
import { gamma } from './gamma';
import { lognormal } from './lognormal';
import { normal } from './normal';
import { poisson } from './poisson';
import { triangular } from './triangular';
import { uniform } from './uniform';

/** Every distribution a number can be drawn from, by the name recipes use. */
export const distributions = {
  uniform,
  normal,
  lognormal,
  triangular,
  exponential,
  gamma,
  beta,
  poisson,
  binomial,
} as const satisfies Record<string, Distribution>;

export type DistributionName = keyof typeof distributions;
