import { expect, test } from 'vitest';
import { startingRun } from '../../../src/storage/startingRun';

test('a new run asks for the records of all its tables and has made none', () => {
  const rows = { client: 40, matter: 160 };
  const start = { id: 'r1', workId: 'w', recipeVersion: 3, document: '{}', seed: 7, startedAt: 1000 };
  const run = startingRun({ ...start, rows });
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
