import { expect, test } from 'vitest';
import { History } from '../../../../src/app/editing/History';

function clocked() {
  let now = 0;
  const history = new History<string>(() => now, 900);
  return { history, wait: (milliseconds: number) => (now += milliseconds) };
}

test('undo and redo walk the states back and forth', () => {
  const { history } = clocked();
  history.record('a', null);
  history.record('b', null);
  expect(history.undo('c')).toBe('b');
  expect(history.undo('b')).toBe('a');
  expect(history.undo('a')).toBeUndefined();
  expect(history.redo('a')).toBe('b');
  expect(history.redo('b')).toBe('c');
  expect(history.redo('c')).toBeUndefined();
});

test('quick changes of one target are one step', () => {
  const { history, wait } = clocked();
  history.record('', 'name');
  wait(100);
  history.record('a', 'name');
  wait(100);
  history.record('ab', 'name');
  expect(history.undo('abc')).toBe('');
  expect(history.canUndo).toBe(false);
});

test('a pause, another target or no target begins a new step', () => {
  const { history, wait } = clocked();
  history.record('1', 'name');
  wait(1000);
  history.record('2', 'name');
  history.record('3', 'label');
  history.record('4', null);
  history.record('5', null);
  for (const state of ['5', '4', '3', '2', '1']) expect(history.undo('')).toBe(state);
});

test('a new change forgets what could be redone', () => {
  const { history } = clocked();
  history.record('a', null);
  history.undo('b');
  expect(history.canRedo).toBe(true);
  history.record('a', null);
  expect(history.canRedo).toBe(false);
});

test('a change right after an undo is a step of its own', () => {
  const { history } = clocked();
  history.record('a', 'name');
  history.undo('b');
  history.record('a', 'name');
  expect(history.undo('c')).toBe('a');
});
