import { beforeEach, describe, expect, test } from 'vitest';
import { ModelStore } from '../../../../src/engines/store/ModelStore';
import type { ModelUse } from '../../../../src/engines/store/modelUse';
import { sideLoad } from '../../../../src/engines/store/sideload/sideLoad';
import { memoryDisk } from '../../../support/memoryDisk';
import { ggufModel } from '../../../support/models';

const never = new AbortController().signal;
let store: ModelStore;
let id: string;
let name: string;
beforeEach(async () => {
  store = new ModelStore(memoryDisk());
  const model = await sideLoad(store, [ggufModel('a.gguf')], never, () => undefined);
  ({ id } = model);
  ({ name } = model.about);
});

/** Uses the model until it is told to end. */
function begin(use: ModelUse, of = id): () => Promise<void> {
  let end = (): void => undefined;
  const used = store.use(of, use, () => new Promise<void>((resolve) => (end = resolve)));
  return () => {
    end();
    return used;
  };
}

const code = async (of = id): Promise<string | undefined> => (await store.reviewRemoval(of))?.code;

describe('a model in use', () => {
  test.each([
    [{ kind: 'run', runId: 'r1' }, 'model.writes', { run: 'r1' }],
    [{ kind: 'check' }, 'model.checked', {}],
    [{ kind: 'verify' }, 'model.read', {}],
    [{ kind: 'export' }, 'model.read', {}],
  ] as const)('%o is not removed, with its reason, until that has ended', async (use, why, values) => {
    const end = begin(use);
    await expect
      .poll(() => store.reviewRemoval(id))
      .toEqual({ code: why, at: '', values: { model: name, ...values } });
    await expect(store.remove(id)).rejects.toMatchObject({ problem: { code: why } });
    expect(await store.find(id)).not.toBeNull();
    await end();
    expect(await store.reviewRemoval(id)).toBeNull();
    await store.remove(id);
    expect(await store.find(id)).toBeNull();
  });

  test('by several names the run, and is free when the last has ended', async () => {
    const ends = [begin({ kind: 'verify' }), begin({ kind: 'check' }), begin({ kind: 'run', runId: 'r2' })];
    await expect.poll(code).toBe('model.writes');
    await ends[2]?.();
    expect(await code()).toBe('model.checked');
    await ends[1]?.();
    expect(await code()).toBe('model.read');
    await ends[0]?.();
    expect(await code()).toBeUndefined();
  });

  test('keeps no other model, also none whose name begins alike', async () => {
    const end = begin({ kind: 'check' }, `${id}0`);
    await expect.poll(() => code(`${id}0`)).toBe('model.checked');
    expect(await code()).toBeUndefined();
    await store.remove(id);
    await end();
  });

  test('is free again when what used it fails', async () => {
    const use = store.use(id, { kind: 'check' }, () => Promise.reject(new Error('the worker died')));
    await expect(use).rejects.toThrow('the worker died');
    expect(await code()).toBeUndefined();
  });
});
