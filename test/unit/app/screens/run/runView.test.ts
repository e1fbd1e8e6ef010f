import { expect, test } from 'vitest';
import { startingRun } from '../../../../../src/storage/startingRun';
import { runView } from '../../../../../src/app/screens/run/runView';

const run = startingRun({
  id: 'r',
  workId: 'w',
  recipeVersion: 1,
  document: '{}',
  seed: 1,
  rows: { t: 5000 },
  startedAt: 0,
});

test('without a run there is nothing to show', () => {
  expect(runView(null, null)).toBeNull();
});

test('a run left running by a closed window is interrupted, not running', () => {
  const view = runView({ ...run, counts: { ...run.counts, made: 1240 } }, null);
  expect(view).toMatchObject({ active: false, headline: 'Interrupted at 1,240 of 5,000', failure: null });
});

test('a failed run says why in a sentence', () => {
  const problems = [{ code: 'storage.full', at: '', values: { doing: 'store the records' } }] as const;
  const view = runView({ ...run, status: 'failed', problems }, null);
  expect(view?.failure).toMatch(/^There is no room left on this device to store the records\./);
});

test('what else happened to a run is said once, and whether another writer took over', () => {
  const stepped = {
    code: 'device.otherWriter',
    at: '',
    values: { model: 'A', times: 3, other: 'B' },
  } as const;
  const full = { code: 'storage.full', at: '', values: { doing: 'store the records' } } as const;
  const failed = runView({ ...run, status: 'failed', problems: [stepped, full] }, null);
  expect(failed).toMatchObject({ problems: [stepped], tookOver: true });
  const slower = { code: 'device.fewerTexts', at: '', values: {} } as const;
  const done = runView({ ...run, status: 'done', problems: [slower] }, null);
  expect(done).toMatchObject({ problems: [slower], tookOver: false });
});

test('a run that waits after its rehearsal says so first and why below', () => {
  const waits = { code: 'writer.failedRehearsal', at: '', values: { model: 'Mine', cells: 20 } } as const;
  const why = { code: 'writer.tooSlow', at: '', values: { hours: 30, records: 5000 } } as const;
  const view = runView({ ...run, status: 'paused', problems: [waits, why] }, null);
  expect(view).toMatchObject({ rehearsal: 'failed', problems: [why] });
  expect(view?.failure).toMatch(/^Mine did not pass the rehearsal with the first 20 texts/);
  expect(runView({ ...run, status: 'paused' }, null)).toMatchObject({ rehearsal: null, failure: null });
});
