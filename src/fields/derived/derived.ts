import * as v from 'valibot';
import type { Cell, ColumnType, FieldPath } from '../../dataset/RowBatch';
import { compileExpression } from '../../expressions/compileExpression';
import type { Problem } from '../../problems/Problem';
import { dayOf, momentOf, secondOf } from '../shared/calendar';
import { described } from '../shared/described';
import type { OptionsOf } from '../shared/OptionsOf';
import { referencesOf } from '../shared/referencesOf';
import { reviewDecimals } from '../shared/reviewDecimals';
import { reviewExpression } from '../shared/reviewExpression';
import { roundDecimals } from '../shared/roundDecimals';
import type { FieldType, ReviewContext } from '../FieldType';
import { guessType } from './guessType';

const types = ['text', 'integer', 'number', 'boolean', 'date', 'datetime', 'time'] as const;

const entries = {
  formula: described(
    v.pipe(v.string(), v.minLength(1)),
    'CEL over the other fields: years_between(patient.birth_date, arrived).',
  ),
  decimals: v.exactOptional(described(v.number(), 'Digits after the point of a number.')),
  as: v.exactOptional(
    described(v.picklist(types), 'Type of the result; guessed from the formula when absent.'),
  ),
};

type DerivedOptions = OptionsOf<typeof entries>;

export const derived: FieldType<DerivedOptions> = {
  id: 'derived',
  label: 'Formula',
  summary: 'Computed from other fields of the record.',
  origin: 'derived',
  entries,
  defaults: { formula: '1 + 1' },
  controls: [
    {
      key: 'formula',
      label: 'Formula',
      help: 'Such as years_between(patient.birth_date, arrived).',
      control: { kind: 'expression' },
      main: true,
    },
    { key: 'decimals', label: 'Decimals', control: { kind: 'integer' } },
    {
      key: 'as',
      label: 'Type of the result',
      help: 'Guessed from the formula when empty.',
      control: { kind: 'choice', choices: types },
    },
  ],
  columns: (options, typeOf) => [{ part: '', type: resultType(options, typeOf) }],
  needs: ({ formula }) => referencesOf([formula]),
  review: reviewDerived,
  draw(options, context) {
    const compiled = compileExpression(options.formula);
    const type = resultType(options, context.typeOf);
    const cells = new Array<Cell>(context.rows.length).fill(null);
    if ('problem' in compiled) return [cells];
    for (let index = 0; index < cells.length; index++) {
      const value = compiled.expression.evaluate(context.record(index), context.today);
      cells[index] = asCell(value, type, options.decimals);
    }
    return [cells];
  },
};

type TypeOf = (path: FieldPath) => ColumnType | undefined;

function resultType({ formula, decimals, as }: DerivedOptions, typeOf?: TypeOf): ColumnType {
  if (as !== undefined) return as;
  if (decimals !== undefined) return decimals === 0 ? 'integer' : 'number';
  return guessType(formula, typeOf);
}

/** Null where the value is none of that type. */
function asCell(value: unknown, type: ColumnType, decimals: number | undefined): Cell {
  switch (type) {
    case 'integer':
      return typeof value === 'number' && Number.isFinite(value) ? roundDecimals(value, 0) : null;
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return null;
      return roundDecimals(value, decimals ?? 10);
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'text':
      return value === null || value === undefined || typeof value === 'object' ? null : String(value);
    case 'date':
      return typeof value === 'string' && dayOf(value.slice(0, 10)) !== undefined ? value.slice(0, 10) : null;
    case 'datetime':
      if (typeof value !== 'string' || momentOf(value) === undefined) return null;
      return value.length === 10 ? `${value}T00:00:00` : value;
    case 'time':
      return typeof value === 'string' && secondOf(value) !== undefined ? value : null;
  }
}

function reviewDerived({ formula, decimals }: DerivedOptions, context: ReviewContext): Problem[] {
  return [
    ...reviewExpression(formula, `${context.at}.formula`, context),
    ...reviewDecimals(decimals, `${context.at}.decimals`),
  ];
}
