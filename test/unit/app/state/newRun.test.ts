import { expect, test } from 'vitest';
import { newRun } from '../../../../src/app/state/newRun';

test('a new run asks for the records of all its tables and has made none', () => {
  const tables = [
    { table: 'client', rows: 40 },
    { table: 'matter', rows: 160 },
  ];
  const run = newRun({ workId: 'w', recipeVersion: 3, document: '{}', seed: 7, tables }, 'r1', 1000);
  expect(run.counts.requested).toBe(200);
  expect(run.counts.made).toBe(0);
  expect(run).toMatchObject({
    id: 'r1',
    startedAt: 1000,
    endedAt: null,
    status: 'running',
    recipeVersion: 3,
  });
});
