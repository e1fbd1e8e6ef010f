import * as v from 'valibot';
import { described } from '../shared/described';
import type { OptionsOf } from '../shared/OptionsOf';
import type { FieldType } from '../FieldType';

const entries = {
  value: described(
    v.union([v.string(), v.number(), v.boolean()]),
    'The cell of every record: a text, a number, or true or false.',
  ),
};

type ConstantOptions = OptionsOf<typeof entries>;

export const constant: FieldType<ConstantOptions> = {
  id: 'constant',
  label: 'Constant',
  summary: 'The same value in every record.',
  origin: 'sampled',
  entries,
  defaults: { value: '' },
  controls: [{ key: 'value', label: 'Value', control: { kind: 'text' }, main: true }],
  columns: ({ value }) => [{ part: '', type: typeOf(value) }],
  needs: () => [],
  review: () => [],
  variety: () => 1,
  draw: ({ value }, { rows }) => [new Array(rows.length).fill(value)],
};

function typeOf(value: ConstantOptions['value']) {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  return Number.isInteger(value) ? 'integer' : 'number';
}
