import { drawNumbers } from '../shared/drawNumbers';
import { numericControls, numericEntries, numericParameters } from '../shared/numericEntries';
import { numericLimits } from '../shared/numericLimits';
import { numericSampler } from '../shared/numericSampler';
import { numericVariety } from '../shared/numericVariety';
import { onePerOptions } from '../shared/onePerOptions';
import type { OptionsOf } from '../shared/OptionsOf';
import { reviewNumeric } from '../shared/reviewNumeric';
import { branchChooser, branchesOf, needsOfWhen, reviewWhen, whenEntry } from '../shared/when';
import type { FieldType } from '../FieldType';

const entries = { ...numericEntries, when: whenEntry(numericEntries) };

type IntegerOptions = OptionsOf<typeof entries>;

export const integer: FieldType<IntegerOptions> = {
  id: 'integer',
  label: 'Whole number',
  summary: 'A whole number drawn from a distribution.',
  origin: 'sampled',
  entries,
  defaults: { min: 1, max: 10 },
  controls: [
    ...numericControls(),
    {
      key: 'when',
      label: 'Depends on',
      control: { kind: 'conditions', replaces: ['distribution', 'min', 'max', ...numericParameters] },
    },
  ],
  columns: () => [{ part: '', type: 'integer' }],
  needs: needsOfWhen,
  review: (options, context) => reviewWhen(options, context, (branch, at) => reviewNumeric(branch, 0, at)),
  bounded: true,
  limits: numericLimits,
  variety: (options) => numericVariety(options, 0),
  draw: (options, context) => [drawNumbers(prepared(options), branchChooser(options, context), context)],
};

const prepared = onePerOptions((options: IntegerOptions) =>
  branchesOf(options).map((branch) => numericSampler(branch, 0)),
);
