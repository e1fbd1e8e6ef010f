import * as v from 'valibot';
import { distributions } from '../../statistics/distributions/distributions';
import { described } from '../shared/described';
import { drawNumbers } from '../shared/drawNumbers';
import { numericControls, numericEntries, numericParameters } from '../shared/numericEntries';
import { numericLimits } from '../shared/numericLimits';
import { numericSampler } from '../shared/numericSampler';
import { numericVariety } from '../shared/numericVariety';
import { onePerOptions } from '../shared/onePerOptions';
import type { OptionsOf } from '../shared/OptionsOf';
import { reviewDecimals } from '../shared/reviewDecimals';
import { reviewNumeric } from '../shared/reviewNumeric';
import { branchChooser, branchesOf, needsOfWhen, reviewWhen, whenEntry } from '../shared/when';
import type { FieldType } from '../FieldType';

const entries = {
  ...numericEntries,
  decimals: v.exactOptional(
    described(v.number(), 'Digits after the point, 0 to 10; 2 when absent, 0 for counts.'),
  ),
  when: whenEntry(numericEntries),
};

type NumberOptions = OptionsOf<typeof entries>;

export const number: FieldType<NumberOptions> = {
  id: 'number',
  label: 'Number',
  summary: 'A number drawn from a distribution.',
  origin: 'sampled',
  entries,
  defaults: { distribution: 'normal', mean: 50, sd: 10, min: 0, max: 100, decimals: 1 },
  controls: [
    ...numericControls(),
    { key: 'decimals', label: 'Decimals', control: { kind: 'integer' }, main: true },
    {
      key: 'when',
      label: 'Depends on',
      control: { kind: 'conditions', replaces: ['distribution', 'min', 'max', ...numericParameters] },
    },
  ],
  columns: (options) => [{ part: '', type: decimalsOf(options) === 0 ? 'integer' : 'number' }],
  needs: needsOfWhen,
  review(options, context) {
    const found = reviewDecimals(options.decimals, `${context.at}.decimals`);
    if (found.length > 0) return found;
    const decimals = decimalsOf(options);
    return reviewWhen(options, context, (branch, at) => reviewNumeric(branch, decimals, at));
  },
  bounded: true,
  limits: numericLimits,
  variety: (options) => numericVariety(options, decimalsOf(options)),
  draw: (options, context) => [drawNumbers(prepared(options), branchChooser(options, context), context)],
};

const prepared = onePerOptions((options: NumberOptions) =>
  branchesOf(options).map((branch) => numericSampler(branch, decimalsOf(options))),
);

function decimalsOf({ decimals, distribution = 'uniform' }: NumberOptions): number {
  return decimals ?? (distributions[distribution].discrete ? 0 : 2);
}
