import { problem } from '../../problems/Problem';
import type { Distribution } from './Distribution';
import { parameterProblems } from './parameterProblems';

export const uniform: Distribution<'min' | 'max'> = {
  parameters: ['min', 'max'],
  discrete: false,
  problems(parameters) {
    const { min = NaN, max = NaN } = parameters;
    const values = { low: 'min', high: 'max', lowValue: min, highValue: max };
    const order = min > max ? [problem('distribution.order', 'max', values)] : [];
    return [...parameterProblems(parameters, { min: 'any', max: 'any' }), ...order];
  },
  cdf: (x, { min, max }) => (x >= max ? 1 : Math.max(0, (x - min) / (max - min))),
  survival: (x, { min, max }) => (x <= min ? 1 : Math.max(0, (max - x) / (max - min))),
  quantile: (p, { min, max }, q = 1 - p) => (p <= q ? min + p * (max - min) : max - q * (max - min)),
};
