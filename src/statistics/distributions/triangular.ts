import { problem } from '../../problems/Problem';
import type { Distribution } from './Distribution';
import { parameterProblems } from './parameterProblems';

export const triangular: Distribution<'min' | 'mode' | 'max'> = {
  parameters: ['min', 'mode', 'max'],
  discrete: false,
  problems(parameters) {
    const { min = NaN, mode = NaN, max = NaN } = parameters;
    const order = (low: string, high: string, lowValue: number, highValue: number) =>
      lowValue > highValue ? [problem('distribution.order', 'mode', { low, high, lowValue, highValue })] : [];
    return [
      ...parameterProblems(parameters, { min: 'any', mode: 'any', max: 'any' }),
      ...order('min', 'mode', min, mode),
      ...order('mode', 'max', mode, max),
    ];
  },
  cdf(x, { min, mode, max }) {
    if (x <= min) return x === min && min === max ? 1 : 0;
    if (x <= mode) return (x - min) ** 2 / ((max - min) * (mode - min));
    return x >= max ? 1 : 1 - (max - x) ** 2 / ((max - min) * (max - mode));
  },
  survival(x, { min, mode, max }) {
    if (x >= max) return 0;
    if (x > mode) return (max - x) ** 2 / ((max - min) * (max - mode));
    return x <= min ? 1 : 1 - (x - min) ** 2 / ((max - min) * (mode - min));
  },
  quantile(p, { min, mode, max }, q = 1 - p) {
    const width = max - min;
    if (p * width <= mode - min) return min + Math.sqrt(p * width * (mode - min));
    return max - Math.sqrt(q * width * (max - mode));
  },
};
