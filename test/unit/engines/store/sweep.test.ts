import { describe, expect, test } from 'vitest';
import { DownloadFolder } from '../../../../src/engines/store/download/DownloadFolder';
import type { DownloadPlan } from '../../../../src/engines/store/download/DownloadPlan';
import { PartFile } from '../../../../src/engines/store/download/PartFile';
import { hashOfFiles } from '../../../../src/engines/store/Hasher';
import { ModelStore } from '../../../../src/engines/store/ModelStore';
import { partName } from '../../../../src/engines/store/Shelf';
import { sweep } from '../../../../src/engines/store/sweep';
import { writeText } from '../../../../src/engines/store/textFile';
import { memoryDisk, type MemoryDisk } from '../../../support/memoryDisk';

const path = 'mlc-chat-config.json';
const sha256 = 'a'.repeat(64);
const statedBy = 'host';
const origin = {
  entry: 'tiny',
  name: 'Tiny',
  publisher: 'Someone',
  licence: 'MIT',
  languages: ['en'],
  host: 'Host',
  revision: 'c0ffee',
};
const plan: DownloadPlan = {
  entry: 'tiny',
  sources: '[]',
  engine: 'webLlm',
  name: 'Tiny',
  origin,
  files: [
    { path, url: '', host: '', sizeBytes: 2, expected: { algorithm: 'sha256', hex: sha256, statedBy } },
  ],
};

/** As another window does it, which shares the disk and none of the locks of copies. */
async function begin(store: ModelStore): Promise<void> {
  const download = await DownloadFolder.create(store, plan);
  await writeText(download.folder, partName(path), '{}');
  await download.take(path, sha256);
}

async function end(store: ModelStore): Promise<void> {
  const files = [{ path, sizeBytes: 2, sha256, statedBy } as const];
  const about = { name: 'Tiny', architecture: 'llama', contextTokens: 1, quantisation: '', library: '' };
  const whole = { id: 'tiny', engine: 'webLlm', fileName: 'Tiny', sizeBytes: 2, files } as const;
  await store.keep({ ...whole, sha256: hashOfFiles(files), about, origin });
  await (await DownloadFolder.find(store, 'tiny'))?.forget();
}

/** A disk on which something else happens right before the sweep reaches it for the nth time. */
function interrupted(disk: MemoryDisk, at: number, act: () => Promise<void>) {
  let reached = 0;
  const step = async (): Promise<void> => {
    if (reached++ === at) await act();
  };
  const store = new ModelStore({
    ...disk,
    root: () => step().then(() => disk.root()),
    openCache: (name) => step().then(() => disk.openCache(name)),
  });
  return { store, reached: () => reached };
}

describe('a sweep', () => {
  test('leaves a download alone that begins in the middle of it, whenever that is', async () => {
    for (let at = 0; ; at++) {
      const disk = memoryDisk();
      const other = new ModelStore(disk);
      const { store, reached } = interrupted(disk, at, () => begin(other));
      await sweep(store);
      if (reached() <= at) break;
      expect(await disk.paths(), `before step ${at}`).toEqual([
        'http://app.test/mlc/tiny/resolve/main/mlc-chat-config.json',
        'models/tiny.download',
      ]);
    }
  });

  test('leaves a model alone whose download ends in the middle of it, whenever that is', async () => {
    for (let at = 0; ; at++) {
      const disk = memoryDisk();
      const other = new ModelStore(disk);
      await begin(other);
      const { store, reached } = interrupted(disk, at, () => end(other));
      await sweep(store);
      if (reached() <= at) break;
      expect(await other.list(), `before step ${at}`).toHaveLength(1);
      expect(await disk.paths()).toContain('models/tiny.json');
    }
  });

  test('leaves a description alone that is being written, and the file that Chromium writes it to', async () => {
    const disk = memoryDisk();
    const store = new ModelStore(disk);
    await begin(store);
    for (const name of ['tiny.json', 'tiny.json.crswap', 'chosen.crswap'])
      await (await store.folder()).getFileHandle(name, { create: true });
    await sweep(store);
    expect(await disk.paths()).toEqual(
      expect.arrayContaining(['models/tiny.json', 'models/tiny.json.crswap', 'models/chosen.crswap']),
    );
  });

  test('passes over a file that is still held, and takes it the next time', async () => {
    const disk = memoryDisk();
    const store = new ModelStore(disk);
    const held = await PartFile.open(await store.folder(), 'left');
    await writeText(await store.folder(), 'other', 'left, too');
    await sweep(store);
    expect(await disk.paths()).toEqual(['models/left.part']);
    held.close();
    await sweep(store);
    expect(await disk.paths()).toEqual([]);
  });
});
