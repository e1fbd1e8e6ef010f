import { expect, test } from 'vitest';
import { slotFacts } from '../../../../src/engines/slots/slotFacts';
import { styleOf } from '../../../../src/engines/slots/styleOf';
import { writingTask } from '../../../support/writingTask';

const facts = { complaint: 'chest pain', pulse: '60' };
function style(max: number, rest: Parameters<typeof writingTask>[2] = {}): string {
  const task = writingTask('triage note', facts, { words: { min: 3, max }, ...rest });
  return styleOf(task, slotFacts(task.facts));
}

test('a text too short for sentences becomes notes; three words are those of the values', () => {
  expect(style(12)).toBe('telegraphic');
  expect(style(13)).toBe('');
});

test('after a try that failed, one that may have been too short does, too', () => {
  expect(style(16, { attempt: 1 })).toBe('telegraphic');
  expect(style(17, { attempt: 1 })).toBe('');
});

test('a style that the user asks for stays', () => {
  expect(style(5, { style: 'formal' })).toBe('formal');
  expect(style(5, { style: ' ' })).toBe('telegraphic');
});

test('what need not be told asks for no room', () => {
  const { facts: all, ...rest } = writingTask('note', facts, { words: { min: 3, max: 6 } });
  const optional = all.map((fact) => ({ ...fact, required: false }));
  expect(styleOf({ ...rest, facts: optional }, slotFacts(optional))).toBe('');
});
