import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { DeviceCheck } from '../../../../src/app/state/DeviceCheck.svelte';
import type { DeviceChecks } from '../../../../src/bridge/DeviceChecks';
import type { ModelCard } from '../../../../src/engines/Engine';
import { embeddedWriter } from '../../../../src/engines/models';
import { Failure } from '../../../../src/problems/Failure';
import { openStore } from '../../../../src/storage/openStore';
import type { Store } from '../../../../src/storage/Store';
import { deviceReport } from '../../../support/deviceReport';
import { rehearsal, selfTest } from '../../../support/deviceResults';

const writer = (id: string): ModelCard => ({ ...embeddedWriter, id, label: id, sha256: id.repeat(64) });
const [first, second] = [writer('a'), writer('b')];

let store: Store;
beforeEach(async () => {
  store = await openStore({ indexedDB: new IDBFactory(), IDBKeyRange });
});

/** A check in which every writer passes its self-test, and a rehearsal ends as the test says. */
async function setUp(rehearse: (writer: ModelCard) => Promise<void>) {
  const tested: string[] = [];
  const device: DeviceChecks = {
    report: async () => deviceReport(),
    async selfTest(card) {
      tested.push(card.id);
      return { test: selfTest(), refused: null };
    },
    async rehearse({ writer }) {
      await rehearse(writer);
      return { rehearsal: rehearsal(), samples: [] };
    },
  };
  const { id } = await store.createWork('Triage', '{}');
  const work = { id, document: { text: '{}', version: 1, flush: async () => undefined } };
  const writers = { all: [first, second], isRead: true };
  const check = new DeviceCheck({ device }, store, writers);
  await check.follow(id);
  return { check, work, tested, writers };
}

describe('a check of all writers', () => {
  test.each(['device.writerEnded', 'device.writerStuck'] as const)(
    'says of the one that breaks off why it does not pass (%s), and goes on with the next',
    async (code) => {
      let broken = true;
      const { check, work, tested } = await setUp(async ({ id }) => {
        if (broken && id === 'a') throw new Failure(code, { restarts: 12 });
      });
      await check.checkAll([first, second], work);
      expect(tested).toEqual(['a', 'b']);
      expect(check.failure).toBeNull();
      const { proposal } = check.known;
      expect(proposal.judgements.get('a')).toMatchObject({
        standing: 'fails',
        problems: [{ code: 'writer.endedInRehearsal' }],
      });
      expect(proposal.judgements.get('b')?.standing).toBe('passes');
      expect(proposal.best).toBe('b');

      broken = false;
      await check.rehearse(first, work);
      expect(check.known.proposal.judgements.get('a')?.standing).toBe('passes');
    },
  );

  test('ends where the recipe is what went wrong, which says nothing of a writer', async () => {
    const { check, work, tested } = await setUp(() =>
      Promise.reject(new Failure('storage.gone', { what: 'recipe' })),
    );
    await check.checkAll([first, second], work);
    expect(tested).toEqual(['a']);
    expect(check.failure).toMatchObject({ problem: { code: 'storage.gone' } });
    expect(check.known.brokenOff.size).toBe(0);
    expect(check.job).toBeNull();
  });

  test('forgets what is known of writers that are gone, unless nobody knows which are here', async () => {
    const { check, work, writers } = await setUp(async () => undefined);
    await check.checkAll([first, second], work);
    writers.all = [second];
    writers.isRead = false;
    await check.test(second);
    expect(await store.selfTests()).toHaveLength(2);
    writers.isRead = true;
    await check.test(second);
    expect((await store.selfTests()).map(({ modelSha256 }) => modelSha256)).toEqual([second.sha256]);
    expect(await store.rehearsals(work.id)).toHaveLength(1);
  });
});
