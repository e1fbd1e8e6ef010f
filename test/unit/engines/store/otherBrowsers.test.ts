import { describe, expect, test } from 'vitest';
import { exportToFolder } from '../../../../src/engines/store/export/exportModel';
import { ModelStore } from '../../../../src/engines/store/ModelStore';
import { sideLoad } from '../../../../src/engines/store/sideload/sideLoad';
import { unfinishedDownloads } from '../../../../src/engines/store/download/unfinishedDownloads';
import { codeOf, downloadBed } from '../../../support/downloadBed';
import { memoryDisk, memoryFolder } from '../../../support/memoryDisk';
import { ggufModel, mlcModel } from '../../../support/models';

const bed = downloadBed();
const never = new AbortController().signal;
const ignore = (): void => undefined;
const failure = (code: string) => ({ problem: { code } });

describe('where the browser keeps no files for the page', () => {
  const refused = (): ModelStore =>
    new ModelStore({
      ...memoryDisk(),
      root: () =>
        Promise.reject(new DOMException('Security error when calling GetDirectory', 'SecurityError')),
    });

  test('all that needs them says so, and no writer is chosen', async () => {
    const store = refused();
    const code = failure('model.noFiles');
    await expect(sideLoad(store, [ggufModel('a.gguf')], never, ignore)).rejects.toMatchObject(code);
    await expect(store.list()).rejects.toMatchObject(code);
    await expect(unfinishedDownloads(store)).rejects.toMatchObject(code);
    await expect(store.choose('x')).rejects.toMatchObject(code);
    expect(await store.chosen()).toBeNull();
  });

  test('a download fails before it asks for anything', async () => {
    bed.store = refused();
    expect(codeOf(await bed.download())).toBe('model.noFiles');
    expect(bed.server.ranges).toEqual([]);
  });
});

describe('in a browser whose files have no writable stream', () => {
  test.each([
    ['a GGUF', () => [ggufModel('a.gguf')]],
    ['an MLC folder', () => mlcModel()],
  ] as const)('%s comes in, goes out and is whole by the handle that workers have', async (_, files) => {
    const store = new ModelStore(memoryDisk({ missing: ['createWritable', 'move'] }));
    await store.choose('a longer name');
    await store.choose('own-x');
    const model = await sideLoad(store, files(), never, ignore);
    expect(await store.list()).toEqual([model]);
    expect((await store.verify(model.id, never, ignore)).damaged).toEqual([]);
    expect(await store.chosen()).toBe('own-x');
    const picked = memoryFolder();
    await exportToFolder(store, model.id, picked.handle, never, ignore);
    expect(picked.files().length).toBe(model.files.length + 2);
  });

  test('a download comes in, too', async () => {
    bed.disk = memoryDisk({ missing: ['createWritable', 'move'] });
    bed.store = new ModelStore(bed.disk);
    const { end } = await bed.download();
    expect(end.problem).toBeNull();
    expect(await bed.disk.paths()).toEqual(['models/tiny.json', 'models/tiny/tiny.gguf']);
  });

  test('a copy that the disk has no room for, or that is stopped, leaves nothing and no file open', async () => {
    const disk = memoryDisk({ missing: ['createWritable', 'move'], quota: 3000 });
    const store = new ModelStore({ ...disk, estimate: async () => ({}) });
    const adding = sideLoad(store, [ggufModel('a.gguf', 5000)], never, ignore);
    await expect(adding).rejects.toMatchObject(failure('model.noRoom'));
    expect(await disk.paths()).toEqual([]);
    const stop = new AbortController();
    const stopped = sideLoad(store, [ggufModel('a.gguf', 300)], stop.signal, () => stop.abort());
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(await disk.paths()).toEqual([]);
  });

  test('nothing is written outside of a worker, which is said', async () => {
    const store = new ModelStore(memoryDisk({ missing: ['createWritable', 'createSyncAccessHandle'] }));
    await expect(store.choose('x')).rejects.toMatchObject(failure('model.noWriting'));
  });
});
