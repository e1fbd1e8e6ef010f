import { describe, expect, test } from 'vitest';
import { derived } from '../../../../src/fields/derived/derived';
import { guessType } from '../../../../src/fields/derived/guessType';
import { recordTypes } from '../../../support/drawContext';
import { drawField, reviewField } from '../../../support/drawField';

describe('guessType', () => {
  test.each([
    ['a + b', 'number'],
    ['years_between(born, today)', 'integer'],
    ['years_between(born, today) + 1', 'number'],
    ['round(a / b)', 'integer'],
    ['round(a / b, 2)', 'number'],
    ['add_days(day, 30)', 'date'],
    ['add_days(moment, 30)', 'datetime'],
    ['add_months(add_days(moment, 1), 2)', 'datetime'],
    ['max(day, day)', 'date'],
    ['today', 'date'],
    ['a > 3', 'boolean'],
    ['(a > 3) && !flag', 'boolean'],
    ["kind.startsWith('f')", 'boolean'],
    ["'<' + kind", 'text'],
    ["a > 3 ? 'high' : 'low'", 'text'],
    ['(a > 3 ? (b + 1) : 2)', 'number'],
    ["kind in ['fall', 'cough']", 'boolean'],
    ['kind', 'text'],
    ['upper(kind)', 'text'],
    ['a * (b > 3 ? 1 : 2)', 'number'],
  ])('%s is a %s', (formula, type) => {
    expect(guessType(formula, (path) => recordTypes[path])).toBe(type);
  });
});

describe('derived', () => {
  test('computes from the record and the recipe’s own date', () => {
    expect(drawField(derived, { formula: 'amount * 2' }, 3)).toEqual([[1, 3, 5]]);
    expect(drawField(derived, { formula: 'years_between(patient.birth_date, today)' }, 1)).toEqual([[45]]);
    expect(drawField(derived, { formula: 'add_days(moment, 1)' }, 1)).toEqual([['2025-01-01T23:00:00']]);
  });

  test('is missing where an input is missing', () => {
    expect(drawField(derived, { formula: 'amount * 2' }, 11)[0]?.[10]).toBeNull();
  });

  test('rounds as people do', () => {
    expect(drawField(derived, { formula: '1.005', decimals: 2 }, 1)).toEqual([[1.01]]);
    expect(drawField(derived, { formula: '-2.5', decimals: 0 }, 1)).toEqual([[-3]]);
    expect(drawField(derived, { formula: '0.1 + 0.2' }, 1)).toEqual([[0.3]]);
  });

  test('leaves a cell empty rather than give it the wrong type', () => {
    expect(drawField(derived, { formula: 'kind', as: 'number' }, 1)).toEqual([[null]]);
    expect(drawField(derived, { formula: 'amount / 0', as: 'number' }, 1)).toEqual([[null]]);
    expect(drawField(derived, { formula: "'2025-02-30'", as: 'date' }, 1)).toEqual([[null]]);
  });

  test('turns a value into the type it is asked for', () => {
    expect(drawField(derived, { formula: 'day', as: 'datetime' }, 1)).toEqual([['2024-02-20T00:00:00']]);
    expect(drawField(derived, { formula: 'moment', as: 'date' }, 1)).toEqual([['2024-12-31']]);
    expect(drawField(derived, { formula: 'amount', as: 'text' }, 1)).toEqual([['0.5']]);
  });

  test('refuses what cannot be read and fields that do not exist', () => {
    expect(reviewField(derived, { formula: 'amount +' })[0]).toContain('`visit.fields.it.formula`: ');
    expect(reviewField(derived, { formula: 'amuont * 2' })).toEqual([
      '`visit.fields.it.formula`: there is no field `amuont`; did you mean `amount`?',
    ]);
  });
});
