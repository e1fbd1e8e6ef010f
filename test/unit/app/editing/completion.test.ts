import { expect, test } from 'vitest';
import { completionAt } from '../../../../src/app/editing/completion';

const paths = ['patient.sex', 'patient.name', 'pulse', 'complaint'];

test('names that start with what is typed come before names that hold it', () => {
  expect(completionAt('p', 1, paths)?.choices).toEqual(['patient.sex', 'patient.name', 'pulse', 'complaint']);
  expect(completionAt('x > pl', 6, paths)).toEqual({ from: 4, typed: 'pl', choices: ['complaint'] });
});

test('parts are completed after the dot', () => {
  expect(completionAt('patient.s', 9, paths)?.choices).toEqual(['patient.sex']);
});

test('nothing is offered inside a quoted text, after a number, or for a whole name', () => {
  expect(completionAt("complaint == 'p", 15, paths)).toBeNull();
  expect(completionAt("a == 'it\\'s p", 13, paths)).toBeNull();
  expect(completionAt('3', 1, paths)).toBeNull();
  expect(completionAt('pulse', 5, paths)).toBeNull();
});

test('after a quoted text names are offered again', () => {
  expect(completionAt("'a' == pu", 9, paths)?.choices).toEqual(['pulse']);
});
