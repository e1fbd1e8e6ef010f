import * as v from 'valibot';
import type { Cell } from '../../dataset/RowBatch';
import { problem, type Problem } from '../../problems/Problem';
import { aliasTable } from '../shared/aliasTable';
import { described } from '../shared/described';
import { onePerOptions } from '../shared/onePerOptions';
import type { OptionsOf } from '../shared/OptionsOf';
import { reviewWeights } from '../shared/reviewWeights';
import { branchChooser, branchesOf, needsOfWhen, reviewWhen, whenEntry } from '../shared/when';
import type { FieldType } from '../FieldType';

const values = described(
  v.union([v.record(v.string(), v.number()), v.array(v.union([v.string(), v.number(), v.boolean()]))]),
  'Values with their weights, {"chest pain": 3, "fall": 2}, or a list of equally likely ones.',
);

const entries = { values, when: whenEntry({ values }) };

type CategoryOptions = OptionsOf<typeof entries>;

/** One draw from a list, by weight. Cells are texts, whatever the values look like. */
export const category: FieldType<CategoryOptions> = {
  id: 'category',
  label: 'Category',
  summary: 'One value from a list, some more often than others.',
  origin: 'sampled',
  entries,
  defaults: { values: { yes: 1, no: 1 } },
  controls: [
    {
      key: 'values',
      label: 'Values',
      help: 'A value with weight 3 is three times as frequent as one with weight 1.',
      control: { kind: 'weights' },
      main: true,
    },
    { key: 'when', label: 'Depends on', control: { kind: 'conditions', replaces: ['values'] } },
  ],
  columns: () => [{ part: '', type: 'text' }],
  needs: needsOfWhen,
  review: (options, context) =>
    reviewWhen(options, context, (branch, at) => reviewValues(branch.values, `${at}.values`)),
  variety: (options) =>
    new Set(
      branchesOf(options).flatMap((branch) =>
        weighted(branch.values).flatMap(([name, weight]) => (weight > 0 ? [name] : [])),
      ),
    ).size,
  draw(options, context) {
    const { rows, stream } = context;
    const lists = prepared(options);
    const branchOf = branchChooser(options, context);
    const cells = new Array<Cell>(rows.length);
    for (let index = 0; index < rows.length; index++) {
      const list = lists[branchOf === undefined ? 0 : branchOf(index)] as (typeof lists)[number];
      cells[index] = list.names[list.table.draw(stream.at(rows[index] as number))] as string;
    }
    return [cells];
  },
};

const prepared = onePerOptions((options: CategoryOptions) =>
  branchesOf(options).map((branch) => {
    const pairs = weighted(branch.values);
    return { names: pairs.map(([name]) => name), table: aliasTable(pairs.map(([, weight]) => weight)) };
  }),
);

function weighted(values: CategoryOptions['values']): [string, number][] {
  return Array.isArray(values) ? values.map((value) => [String(value), 1]) : Object.entries(values);
}

function reviewValues(values: CategoryOptions['values'], at: string): Problem[] {
  if (!Array.isArray(values)) return reviewWeights(values, at);
  return values.length === 0 ? [problem('fields.noValues', at)] : [];
}
