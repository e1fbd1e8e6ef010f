import { expect, test } from 'vitest';
import { allowedNumbers } from '../../../../src/engines/grammar/allowedNumbers';
import { writingTask } from '../../../support/writingTask';

test.each([
  ['54', ['54']],
  ['142/88', ['142/88', '142', '88']],
  ['37.8', ['37.8']],
  ['14:05', ['14:05']],
  ['09:05:30', ['09:05:30', '09:05', '9:05']],
  ['2025-03-04', ['2025-03-04', '2025', '4']],
  ['2025-03-04T14:05:00', ['2025-03-04', '2025', '4', '14:05:00', '14:05']],
  ['4 March 2025', ['4', '2025']],
  ['$1,250.50', ['1,250.50', '1250.50']],
  ['SYN-00012345', ['00012345']],
  ['555-0101', ['555-0101']],
  ['15-60 words', ['15-60', '15', '60']],
  ['B12', ['12']],
  ['none', []],
])('a fact %j lets the text say %j', (value, numbers) => {
  expect([...allowedNumbers(writingTask('note', { fact: value }))].sort()).toEqual([...numbers].sort());
});

test("numbers of the kind, of a fact's name and of the own prompt may be said too, and no others", () => {
  const task = writingTask(
    'stage 2 note',
    { 'day 7': 'well' },
    { instruction: 'Name 3 drugs.', style: '9 lines' },
  );
  expect([...allowedNumbers(task)].sort()).toEqual(['2', '3', '7']);
});
