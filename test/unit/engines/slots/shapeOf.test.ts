import { expect, test } from 'vitest';
import { shapeOf } from '../../../../src/engines/slots/shapeOf';

test.each([
  ['54', 'number'],
  ['142/88', 'number'],
  ['-3.5', 'number'],
  ['1,204.50', 'number'],
  ['15', 'small'],
  ['8', 'small'],
  ['16', 'number'],
  ['88 bpm', 'measure'],
  ['$4,638', 'measure'],
  ['€1.5 million', 'measure'],
  ['USD 5900', 'measure'],
  ['97%', 'measure'],
  ['4/10 at rest', 'measure'],
  ['4 May 2025', 'date'],
  ['4 May 2025, 14:30', 'date'],
  ['May 4, 2025', 'date'],
  ['2025-05-04', 'date'],
  ['5/4/2025', 'date'],
  ['14:30', 'time'],
  ['Dr. Lopez', 'name'],
  ['Harbor Insurance', 'name'],
  ['chest pain', 'phrase'],
  ['palpitations', 'plural'],
  ['fever and cough', 'plural'],
  ['diabetes', 'phrase'],
  ['she came in because it hurt so', 'long'],
  ['胸痛', 'phrase'],
  ['🩺', 'phrase'],
] as const)('%s is a %s', (value, shape) => {
  expect(shapeOf(value, 'text')).toBe(shape);
});

test('a date in any form is one by its type', () => {
  expect(shapeOf('Sonntag', 'date')).toBe('date');
  expect(shapeOf('noon', 'time')).toBe('time');
});
