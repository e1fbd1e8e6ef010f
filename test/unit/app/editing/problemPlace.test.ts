import { expect, test } from 'vitest';
import { problemPlace, problemsOfOption } from '../../../../src/app/editing/problemPlace';
import { problem } from '../../../../src/problems/Problem';

const tables = ['visit', 'client'];

test('a path is read down to its option', () => {
  expect(problemPlace('visit.fields.note.facts[2]', tables)).toEqual({
    kind: 'field',
    table: 'visit',
    field: 'note',
    option: 'facts[2]',
  });
  expect(problemPlace('visit.fields.note', tables)).toMatchObject({
    kind: 'field',
    field: 'note',
    option: '',
  });
  expect(problemPlace('visit.constraints[1].rule', tables)).toEqual({
    kind: 'constraint',
    table: 'visit',
    index: 1,
    option: 'rule',
  });
  expect(problemPlace('client.rows', tables)).toEqual({ kind: 'table', table: 'client', option: 'rows' });
});

test('what is no table belongs to the recipe', () => {
  expect(problemPlace('seed', tables)).toEqual({ kind: 'recipe', option: 'seed' });
  expect(problemPlace('', tables)).toEqual({ kind: 'recipe', option: '' });
});

test('an option gathers the problems inside it and none of a neighbour with a longer name', () => {
  const at = (path: string) => {
    const found = problem('storage.damaged', path);
    return { problem: found, place: problemPlace(path, tables) };
  };
  const placed = ['visit.fields.a.facts', 'visit.fields.a.facts[2]', 'visit.fields.a.facts_more'].map(at);
  expect(problemsOfOption(placed, 'facts').map((found) => found.at)).toEqual([
    'visit.fields.a.facts',
    'visit.fields.a.facts[2]',
  ]);
});
