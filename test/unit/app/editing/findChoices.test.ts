import { expect, test } from 'vitest';
import { findChoices } from '../../../../src/app/editing/findChoices';

const groups = [
  {
    name: 'Go',
    choices: [
      { id: '1', label: 'Go to Records' },
      { id: '2', label: 'Start', detail: 'your records' },
    ],
  },
  { name: 'Window', choices: [{ id: '3', label: 'Dark' }] },
];

test('every typed word must occur; names come before details, empty groups go', () => {
  expect(findChoices(groups, 'RECORDS')).toEqual([{ name: 'Go', choices: groups[0]!.choices }]);
  expect(findChoices(groups, 'your rec')[0]?.choices.map(({ id }) => id)).toEqual(['2']);
  expect(findChoices(groups, 'nothing')).toEqual([]);
});

test('without a word everything is there', () => {
  expect(findChoices(groups, '  ')).toEqual(groups);
});
