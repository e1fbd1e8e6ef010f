import * as v from 'valibot';
import { distributions, type DistributionName } from '../../statistics/distributions/distributions';
import type { OptionControl } from '../UnitCard';
import { described } from './described';
import type { OptionsOf } from './OptionsOf';

const names = Object.keys(distributions) as [DistributionName, ...DistributionName[]];

const number = (description: string) => v.exactOptional(described(v.number(), description));

/** A distribution and its parameters; which of them it takes, `numericModel` says. */
export const numericEntries = {
  distribution: v.exactOptional(described(v.picklist(names), 'Shape of the numbers; uniform when absent.')),
  min: number('Smallest possible value.'),
  max: number('Largest possible value.'),
  mean: number('normal, exponential, poisson: the mean. lognormal: the mean of the values themselves.'),
  sd: number('normal: the standard deviation. lognormal: that of the values themselves.'),
  mu: number('lognormal: mean of the logarithm, in place of mean.'),
  sigma: number('lognormal: standard deviation of the logarithm, in place of sd.'),
  mode: number('triangular: the most frequent value.'),
  rate: number('exponential: events per unit, in place of mean.'),
  shape: number('gamma: the shape.'),
  scale: number('gamma: the scale; the mean is shape times scale.'),
  alpha: number('beta: pulls towards max. The values are spread between min and max, 0 and 1 when absent.'),
  beta: number('beta: pulls towards min.'),
  trials: number('binomial: how often it is tried.'),
  probability: number('binomial: chance of each try, 0 to 1.'),
};

export type NumericOptions = OptionsOf<typeof numericEntries>;

export type NumericParameter = Exclude<keyof NumericOptions, 'distribution' | 'min' | 'max'>;

export const numericParameters = Object.keys(numericEntries).filter(
  (key) => key !== 'distribution' && key !== 'min' && key !== 'max',
) as NumericParameter[];

const labels: Readonly<Record<NumericParameter, string>> = {
  mean: 'Mean',
  sd: 'Standard deviation',
  mu: 'Mean of the logarithm',
  sigma: 'Standard deviation of the logarithm',
  mode: 'Most frequent value',
  rate: 'Rate',
  shape: 'Shape',
  scale: 'Scale',
  alpha: 'Alpha',
  beta: 'Beta',
  trials: 'Trials',
  probability: 'Chance of each',
};

/** `under` goes in front of each key: `age.`. */
export function numericControls(under = ''): OptionControl[] {
  const kind = { kind: 'number' } as const;
  return [
    {
      key: `${under}distribution`,
      label: 'Distribution',
      help: 'Normal for measurements, lognormal for amounts, poisson for counts.',
      control: { kind: 'choice', choices: names },
      main: under === '',
    },
    { key: `${under}min`, label: 'Smallest', control: kind, main: true },
    { key: `${under}max`, label: 'Largest', control: kind, main: true },
    ...numericParameters.map<OptionControl>((parameter) => ({
      key: `${under}${parameter}`,
      label: labels[parameter],
      help: helpOf(parameter),
      control: kind,
      main: under === '' && (parameter === 'mean' || parameter === 'sd'),
    })),
  ];
}

function helpOf(parameter: NumericParameter): string {
  return v.getDescription(numericEntries[parameter].wrapped) ?? '';
}
