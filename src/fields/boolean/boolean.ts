import * as v from 'valibot';
import type { Cell } from '../../dataset/RowBatch';
import { described } from '../shared/described';
import type { OptionsOf } from '../shared/OptionsOf';
import { reviewShare } from '../shared/reviewShare';
import { branchChooser, branchesOf, needsOfWhen, reviewWhen, whenEntry } from '../shared/when';
import type { FieldType } from '../FieldType';

const share = described(v.number(), 'Share of records that are true, 0 to 1; half when absent.');

const entries = { share: v.exactOptional(share), when: whenEntry({ share }) };

type BooleanOptions = OptionsOf<typeof entries>;

export const boolean: FieldType<BooleanOptions> = {
  id: 'boolean',
  label: 'Yes or no',
  summary: 'True for a share of the records.',
  origin: 'sampled',
  entries,
  defaults: { share: 0.5 },
  controls: [
    { key: 'share', label: 'Share that is true', control: { kind: 'number' }, main: true },
    { key: 'when', label: 'Depends on', control: { kind: 'conditions', replaces: ['share'] } },
  ],
  columns: () => [{ part: '', type: 'boolean' }],
  needs: needsOfWhen,
  review: (options, context) =>
    reviewWhen(options, context, (branch, at) => reviewShare(branch.share, `${at}.share`)),
  variety: (options) => new Set(branchesOf(options).flatMap((branch) => outcomes(branch.share))).size,
  draw(options, context) {
    const { rows, stream } = context;
    const shares = branchesOf(options).map((branch) => branch.share ?? 0.5);
    const branchOf = branchChooser(options, context);
    const cells = new Array<Cell>(rows.length);
    for (let index = 0; index < rows.length; index++) {
      const share = shares[branchOf === undefined ? 0 : branchOf(index)] as number;
      cells[index] = stream.at(rows[index] as number).uniform() < share;
    }
    return [cells];
  },
};

function outcomes(share = 0.5): boolean[] {
  if (share === 0) return [false];
  return share === 1 ? [true] : [true, false];
}
