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

const types = ['text', 'integer', 'number'] as const;

const entries = {
  values,
  as: v.exactOptional(
    described(
      v.picklist(types),
      'Type of the cells; text when absent. Codes such as 0 and 1 may be numbers.',
    ),
  ),
  when: whenEntry({ values }),
};

type CategoryOptions = OptionsOf<typeof entries>;

/** One draw from a list, by weight. Cells are texts, whatever the values look like, unless `as` says otherwise. */
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
    {
      key: 'as',
      label: 'Type of the cells',
      help: 'Text when empty. Codes such as 0 and 1 may be numbers.',
      control: { kind: 'choice', choices: types },
    },
    { key: 'when', label: 'Depends on', control: { kind: 'conditions', replaces: ['values'] } },
  ],
  columns: ({ as = 'text' }) => [{ part: '', type: as }],
  needs: needsOfWhen,
  review: (options, context) =>
    reviewWhen(options, context, (branch, at) => [
      ...reviewValues(branch.values, `${at}.values`),
      ...reviewType(branch.values, options.as, `${at}.values`),
    ]),
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
      cells[index] = list.names[list.table.draw(stream.at(rows[index] as number))] as Cell;
    }
    return [cells];
  },
};

const prepared = onePerOptions((options: CategoryOptions) =>
  branchesOf(options).map((branch) => {
    const pairs = weighted(branch.values);
    const names = pairs.map(([name]): Cell => (isNumeric(options.as) ? Number(name) : name));
    return { names, table: aliasTable(pairs.map(([, weight]) => weight)) };
  }),
);

function weighted(values: CategoryOptions['values']): [string, number][] {
  return Array.isArray(values) ? values.map((value) => [String(value), 1]) : Object.entries(values);
}

function isNumeric(as: CategoryOptions['as']): boolean {
  return as === 'integer' || as === 'number';
}

function reviewType(values: CategoryOptions['values'], as: CategoryOptions['as'], at: string): Problem[] {
  if (as === undefined || as === 'text') return [];
  const fits = (name: string): boolean =>
    name.trim() !== '' && (as === 'integer' ? Number.isInteger(Number(name)) : Number.isFinite(Number(name)));
  const strange = weighted(values).find(([name]) => !fits(name));
  return strange === undefined ? [] : [problem('fields.notOfType', at, { value: strange[0], type: as })];
}

function reviewValues(values: CategoryOptions['values'], at: string): Problem[] {
  if (!Array.isArray(values)) return reviewWeights(values, at);
  return values.length === 0 ? [problem('fields.noValues', at)] : [];
}
