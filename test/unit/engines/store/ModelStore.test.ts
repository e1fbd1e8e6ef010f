import { beforeEach, describe, expect, test } from 'vitest';
import { mlcCaches } from '../../../../src/engines/shared/mlc/mlcPlace';
import { ModelStore } from '../../../../src/engines/store/ModelStore';
import { sideLoad } from '../../../../src/engines/store/sideload/sideLoad';
import type { StoredModel } from '../../../../src/engines/store/StoredModel';
import { writeText } from '../../../../src/engines/store/textFile';
import { memoryDisk, type MemoryDisk } from '../../../support/memoryDisk';
import { ggufModel, mlcModel, noise, sha256Of, splitGguf } from '../../../support/models';

const never = new AbortController().signal;
const ignore = (): void => undefined;
let disk: MemoryDisk;
let store: ModelStore;
beforeEach(() => {
  disk = memoryDisk();
  store = new ModelStore(disk);
});
const add = (files: readonly File[]): Promise<StoredModel> => sideLoad(store, files, never, ignore);

/** Writes over a file of a model, as a failing disk would. */
async function damage(model: StoredModel, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (model.engine === 'webLlm') {
    const url = `http://app.test/mlc/${model.id}/resolve/main/${path}`;
    const headers = { 'Content-Length': String(bytes.byteLength) };
    await (await disk.openCache(mlcCaches.rest)).put(url, new Response(bytes, { headers }));
    return;
  }
  const folder = await (await store.folder()).getDirectoryHandle(model.id);
  const out = await (await folder.getFileHandle(path)).createWritable();
  await out.write(bytes);
  await out.close();
}

describe('the models of an earlier version', () => {
  const file = ggufModel('old.gguf');
  beforeEach(async () => {
    const folder = await store.folder();
    const out = await (await folder.getFileHandle('a1.gguf', { create: true })).createWritable();
    await out.write(file);
    await out.close();
    const about = { name: 'Old', architecture: 'qwen3', contextTokens: 2048 };
    const description = {
      id: 'a1',
      fileName: 'old.gguf',
      sizeBytes: file.size,
      sha256: await sha256Of(file),
      about,
    };
    await writeText(folder, 'a1.json', JSON.stringify(description));
    await writeText(folder, 'chosen', 'own-a1');
  });

  test('are listed, opened and verified as they lie', async () => {
    const [model] = await store.list();
    expect(model).toMatchObject({ id: 'a1', engine: 'llamaCpp', fileName: 'old.gguf', flat: true });
    if (model === undefined) return;
    expect(await sha256Of(await store.open(model, model.files[0]?.path ?? ''))).toBe(model.sha256);
    expect(await store.verify('a1', never, ignore)).toEqual({ damaged: [], checkedBytes: file.size });
    expect(await store.chosen()).toBe('own-a1');
  });

  test('stay when others come, are not brought twice, and go when they are removed', async () => {
    const [old] = await store.list();
    expect(await add([new File([file], 'again.gguf')])).toEqual(old);
    await add([ggufModel('new.gguf', 10, 2)]);
    expect((await store.list()).map(({ id }) => id)).toContain('a1');
    await store.remove('a1');
    expect(await disk.paths()).toEqual(['models/chosen', 'models/id-2.json', 'models/id-2/new.gguf']);
  });
});

describe('a stored model', () => {
  test('does not count before its description is written, nor when a file is not whole', async () => {
    const model = await add(splitGguf(2));
    const [first, second] = model.files;
    await damage(model, second?.path ?? '', noise(10, 1));
    expect(await store.list()).toEqual([]);
    expect(await store.find(model.id)).toBeNull();
    await (await store.folder()).removeEntry(`${model.id}.json`);
    expect(first).toBeDefined();
    expect(await store.list()).toEqual([]);
  });

  test.each([
    ['of one file', () => [ggufModel('a.gguf')], 0],
    ['in parts', () => splitGguf(3), 1],
    ['for WebLLM', () => mlcModel(), 5],
  ] as const)('%s is verified by its bytes', async (_, files, at) => {
    const model = await add(files());
    const shares: number[] = [];
    expect(await store.verify(model.id, never, (share) => shares.push(share))).toEqual({
      damaged: [],
      checkedBytes: model.sizeBytes,
    });
    expect(shares.at(-1)).toBe(1);
    const { path = '', sizeBytes = 0 } = model.files[at] ?? {};
    await damage(model, path, noise(sizeBytes, 99));
    expect((await store.verify(model.id, never, ignore)).damaged).toEqual([path]);
  });

  test('that is not here cannot be verified', async () => {
    await expect(store.verify('gone', never, ignore)).rejects.toMatchObject({
      problem: { code: 'model.gone' },
    });
  });

  test.each([
    ['GGUF', () => splitGguf(3)],
    ['MLC', () => mlcModel()],
  ] as const)('leaves nothing when it is removed: %s', async (_, files) => {
    const { id } = await add(files());
    await store.remove(id);
    expect(await disk.paths()).toEqual([]);
    expect(disk.used()).toBe(0);
  });
});

describe('what a broken-off copy left', () => {
  test('goes before the next copy, and nothing else does', async () => {
    const kept = await add(mlcModel());
    await store.choose('own-x');
    disk.goDownAfter(12);
    await expect(add(mlcModel(3, 2))).rejects.toThrow();
    disk.comeBack();
    const left = await disk.paths();
    expect(left.some((path) => path.includes('id-2'))).toBe(true);
    const next = await add([ggufModel('b.gguf')]);
    expect(await store.list()).toEqual([kept, next]);
    expect((await disk.paths()).some((path) => path.includes('id-2'))).toBe(false);
    expect(await store.chosen()).toBe('own-x');
    expect((await store.verify(kept.id, never, ignore)).damaged).toEqual([]);
  });
});
