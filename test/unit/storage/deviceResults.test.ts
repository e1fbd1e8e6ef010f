import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { migrations } from '../../../src/storage/migrations';
import { openStore } from '../../../src/storage/openStore';
import type { Store } from '../../../src/storage/Store';
import { rehearsalResult, selfTestResult } from '../../support/deviceResults';

let indexedDB: IDBFactory;
let store: Store;

const open = (): Promise<Store> => openStore({ indexedDB, IDBKeyRange, now: () => 1 });

beforeEach(async () => {
  indexedDB = new IDBFactory();
  store = await open();
});

describe('results of self-tests', () => {
  test('are there after the browser was closed, one for each device and model', async () => {
    const first = selfTestResult();
    const newer = selfTestResult({ testedAt: 2, test: null });
    const others = [selfTestResult({ device: 'other' }), selfTestResult({ modelSha256: 'b'.repeat(64) })];
    for (const result of [first, ...others, newer]) await store.saveSelfTest(result);
    store.close();
    const found = await (await open()).selfTests();
    expect(found).toHaveLength(3);
    expect(found).toEqual(expect.arrayContaining([newer, ...others]));
  });
});

describe('rehearsals', () => {
  test('are kept for their work, the latest of each device and model', async () => {
    const { id } = await store.createWork('Triage', '{}');
    const other = await store.createWork('Other', '{}');
    await store.saveRehearsal(rehearsalResult({ workId: id }));
    const newer = rehearsalResult({ workId: id, rehearsedAt: 9 });
    await store.saveRehearsal(newer);
    await store.saveRehearsal(rehearsalResult({ workId: other.id }));
    expect(await store.rehearsals(id)).toEqual([newer]);
  });

  test('go with their work, and are not kept for one that is gone', async () => {
    const { id } = await store.createWork('Triage', '{}');
    const kept = await store.createWork('Kept', '{}');
    await store.saveRehearsal(rehearsalResult({ workId: id }));
    await store.saveRehearsal(rehearsalResult({ workId: kept.id }));
    await store.deleteWork(id);
    await store.saveRehearsal(rehearsalResult({ workId: id }));
    expect(await store.rehearsals(id)).toEqual([]);
    expect(await store.rehearsals(kept.id)).toHaveLength(1);
  });
});

describe('old checks', () => {
  const [kept, gone] = ['a'.repeat(64), 'b'.repeat(64)];

  test('go with their model, in all work and on all devices', async () => {
    const { id } = await store.createWork('Triage', '{}');
    const other = await store.createWork('Other', '{}');
    for (const modelSha256 of [kept, gone]) {
      await store.saveSelfTest(selfTestResult({ modelSha256 }));
      await store.saveSelfTest(selfTestResult({ modelSha256, device: 'other' }));
      for (const workId of [id, other.id])
        await store.saveRehearsal(rehearsalResult({ workId, modelSha256 }));
    }
    await store.pruneChecks([kept]);
    expect((await store.selfTests()).map(({ modelSha256 }) => modelSha256)).toEqual([kept, kept]);
    for (const workId of [id, other.id])
      expect((await store.rehearsals(workId)).map(({ modelSha256 }) => modelSha256)).toEqual([kept]);
  });

  test('go with their device, unless it is one of the latest three', async () => {
    const { id } = await store.createWork('Triage', '{}');
    for (const [device, at] of [
      ['v1', 10],
      ['v2', 20],
      ['v4', 40],
      ['v3', 30],
    ] as const) {
      await store.saveSelfTest(selfTestResult({ modelSha256: kept, device, testedAt: at }));
      await store.saveRehearsal(
        rehearsalResult({ workId: id, modelSha256: kept, device, rehearsedAt: at + 1 }),
      );
    }
    // A device counts by its last result, of whatever kind.
    await store.saveRehearsal(
      rehearsalResult({ workId: id, modelSha256: kept, device: 'v1', rehearsedAt: 50 }),
    );
    await store.pruneChecks([kept]);
    const devices = (results: readonly { device: string }[]): string[] =>
      results.map(({ device }) => device).sort();
    expect(devices(await store.selfTests())).toEqual(['v1', 'v3', 'v4']);
    expect(devices(await store.rehearsals(id))).toEqual(['v1', 'v3', 'v4']);
  });
});

test('a database from before there were results keeps its work and takes results', async () => {
  const fresh = new IDBFactory();
  const before = new Dexie('cloister', { indexedDB: fresh, IDBKeyRange });
  before.version(1).stores(migrations[0]!.stores);
  await before.open();
  await before.table('works').add({ id: 'w', title: 'Old', createdAt: 1, updatedAt: 1 });
  before.close();
  const later = await openStore({ indexedDB: fresh, IDBKeyRange });
  expect((await later.works()).map(({ title }) => title)).toEqual(['Old']);
  await later.saveSelfTest(selfTestResult());
  await later.saveRehearsal(rehearsalResult({ workId: 'w' }));
  expect(await later.selfTests()).toHaveLength(1);
  expect(await later.rehearsals('w')).toHaveLength(1);
});
