import { expect, test } from 'vitest';
import { columnsOf } from '../../../src/recipe/columnsOf';
import { fieldWaits } from '../../../src/recipe/fieldWaits';
import { circlesIn, inOrder } from '../../../src/recipe/inOrder';
import { newRecipe } from '../../../src/recipe/newRecipe';
import { pathsOf } from '../../../src/recipe/pathsOf';
import { readRecipe } from '../../../src/recipe/readRecipe';
import type { Recipe, Table } from '../../../src/recipe/Recipe';
import { rowsOf } from '../../../src/recipe/rowsOf';
import { tableOrder } from '../../../src/recipe/tableOrder';

const recipe: Recipe = {
  cloister: 1,
  title: 'Visits',
  seed: 1,
  today: '2026-01-01',
  tables: {
    note: {
      fields: {
        patient: { type: 'reference', to: 'person.id', perParent: { min: 1, max: 3 } },
        text: { type: 'text', kind: 'note', facts: ['day', 'person.who.sex'], words: [5, 20] },
        day: { type: 'duration', from: 'person.admitted', unit: 'days', min: 0, max: 5 },
        late: { type: 'derived', formula: 'days_between(person.admitted, day) > 3', label: 'Too late' },
      },
    },
    person: {
      rows: 10,
      fields: {
        age: { type: 'derived', formula: 'years_between(who.birth_date, admitted)' },
        who: { type: 'person', label: 'Patient', parts: ['sex', 'birth_date'] },
        admitted: { type: 'date', from: '2025-01-01', to: '2025-02-01' },
        id: { type: 'id', style: 'sequence' },
        mail: { type: 'person', label: 'Mail', parts: ['email'] },
      },
    },
  },
};

test('tables come parents first, and fields wait for what they need of their own table', () => {
  expect(tableOrder(recipe)).toEqual(['person', 'note']);
  const person = fieldWaits(recipe.tables['person'] as Table);
  expect([...person].filter(([, waits]) => waits.length > 0)).toEqual([['age', ['who', 'admitted']]]);
  expect(fieldWaits(recipe.tables['note'] as Table).get('text')).toEqual(['day']);
});

test('columns take their type from the field, or from the key it refers to', () => {
  expect(columnsOf(recipe, 'note')).toEqual([
    { path: 'patient', type: 'integer', label: 'patient', origin: 'sampled' },
    { path: 'text', type: 'text', label: 'text', origin: 'written' },
    { path: 'day', type: 'date', label: 'day', origin: 'sampled' },
    { path: 'late', type: 'boolean', label: 'Too late', origin: 'derived' },
  ]);
});

test('a label names the parts of a field, unless there is only one', () => {
  expect(columnsOf(recipe, 'person').map(({ path, label }) => [path, label])).toEqual([
    ['age', 'age'],
    ['who.sex', 'Patient sex'],
    ['who.birth_date', 'Patient birth date'],
    ['admitted', 'admitted'],
    ['id', 'id'],
    ['mail.email', 'Mail'],
  ]);
});

test('expressions of a child may name its own columns and those of its parent', () => {
  expect(pathsOf(recipe, 'note').map(({ path }) => path)).toEqual([
    ...['patient', 'text', 'day', 'late'],
    ...[
      'person.age',
      'person.who.sex',
      'person.who.birth_date',
      'person.admitted',
      'person.id',
      'person.mail.email',
    ],
  ]);
  expect(pathsOf(recipe, 'person').map(({ path }) => path)).not.toContain('note.day');
});

test('a field hides a parent table of the same name', () => {
  const fields = { person: { type: 'reference', to: 'person.id' } };
  const hidden = { ...recipe, tables: { ...recipe.tables, note: { rows: 3, fields } } };
  expect(pathsOf(hidden, 'note')).toEqual([{ path: 'person', type: 'integer', origin: 'sampled' }]);
});

test('rows of a child table are expected from its parent', () => {
  expect(rowsOf(recipe, 'person')).toBe(10);
  expect(rowsOf(recipe, 'note')).toBe(20);
  expect(rowsOf(recipe, 'nothing')).toBe(0);
});

test('order survives a circle, and the circle is named once', () => {
  const waits = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b', 'd']],
    ['d', []],
    ['e', ['e']],
  ]);
  expect(inOrder(waits).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(circlesIn(waits)).toEqual([['b', 'c'], ['e']]);
});

test('a new recipe can be run as it is', () => {
  expect(readRecipe(newRecipe('My records', 42))).toEqual({
    recipe: newRecipe('My records', 42),
    problems: [],
  });
});
