import * as v from 'valibot';
import type { Cell } from '../../dataset/RowBatch';
import { suggestion } from '../../problems/didYouMean';
import { problem, type Problem } from '../../problems/Problem';
import { described } from '../shared/described';
import type { OptionsOf } from '../shared/OptionsOf';
import type { FieldType, ReviewContext } from '../FieldType';
import { perParentEntry, reviewPerParent } from './perParent';

const entries = {
  to: described(v.string(), 'The key that it holds: table.field.'),
  perParent: perParentEntry,
};

type ReferenceOptions = OptionsOf<typeof entries>;

/**
 * A foreign key. Which parent a record has is fixed before anything is drawn: by `perParent`, which then also
 * says how many records there are, or else by chance, every parent alike.
 */
export const reference: FieldType<ReferenceOptions> = {
  id: 'reference',
  label: 'Reference',
  summary: 'The key of a record in another table.',
  origin: 'sampled',
  entries,
  defaults: { to: '' },
  controls: [
    {
      key: 'to',
      label: 'Refers to',
      help: 'A field that never repeats, in another table.',
      control: { kind: 'reference' },
      main: true,
    },
    {
      key: 'perParent.min',
      label: 'Fewest per parent',
      help: 'With a number per parent, the table needs no row count of its own.',
      control: { kind: 'integer' },
    },
    { key: 'perParent.max', label: 'Most per parent', control: { kind: 'integer' } },
  ],
  columns: ({ to }, typeOf) => [{ part: '', type: typeOf?.(to) ?? 'text' }],
  needs: () => [],
  review: reviewReference,
  draw(_options, { rows, parents }) {
    const cells = new Array<Cell>(rows.length).fill(null);
    if (parents === undefined) return [cells];
    for (let index = 0; index < rows.length; index++) {
      const parent = parents.parentOf(rows[index] as number);
      if (parent !== null) cells[index] = parents.keyOf(parent);
    }
    return [cells];
  },
};

function reviewReference({ to, perParent }: ReferenceOptions, { at, keys }: ReviewContext): Problem[] {
  const found = reviewPerParent(perParent, `${at}.perParent`);
  if (keys.includes(to)) return found;
  if (to === '') return [problem('fields.fieldNeeded', `${at}.to`), ...found];
  const hint = suggestion(to, keys) || '. Write table.field, where the field is an identifier.';
  return [problem('fields.noKey', `${at}.to`, { to, hint }), ...found];
}
