import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { exportToFolder } from '../../../../src/engines/store/export/exportModel';
import { ModelStore } from '../../../../src/engines/store/ModelStore';
import { sideLoad } from '../../../../src/engines/store/sideload/sideLoad';
import type { StoredModel } from '../../../../src/engines/store/StoredModel';
import { exportZip } from '../../../../src/engines/store/zip/exportZip';
import { memoryDisk, memoryFolder } from '../../../support/memoryDisk';
import { ggufModel, mlcModel, noise, splitGguf } from '../../../support/models';

const never = new AbortController().signal;
const ignore = (): void => undefined;
const newStore = (): ModelStore => new ModelStore(memoryDisk());
const origin = {
  entry: 'tiny-1b-q8_0',
  name: 'Tiny 1B',
  publisher: 'Someone',
  licence: 'MIT',
  languages: ['en'],
  host: 'A host',
  revision: 'c'.repeat(40),
};

async function storeWith(files: readonly File[]): Promise<[ModelStore, StoredModel]> {
  const store = newStore();
  const model = await store.keep({ ...(await sideLoad(store, files, never, ignore)), origin });
  return [store, model];
}

/** What a file system keeps of a model, apart from its id. */
const essence = ({ engine, fileName, sizeBytes, sha256, about, origin: from, files }: StoredModel) => ({
  ...{ engine, fileName, sizeBytes, sha256, about, origin: from },
  files: files.map(({ path, sizeBytes: size, sha256: hash }) => [path, size, hash]),
});

const kinds = [
  ['a GGUF model', () => [ggufModel('tiny.gguf', 5000)]],
  ['a split model', () => splitGguf(3)],
  ['an MLC model', () => mlcModel()],
] as const;

describe.each(kinds)('%s that is exported', (_, files) => {
  test('to a folder is the same model on another machine', async () => {
    const [store, model] = await storeWith(files());
    const target = memoryFolder();
    const shares: number[] = [];
    await exportToFolder(store, model.id, target.handle, never, (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
    const copied = await sideLoad(newStore(), target.files(), never, ignore);
    expect(essence(copied)).toEqual(essence(model));
    expect(new Set(copied.files.map(({ statedBy }) => statedBy))).toEqual(new Set(['manifest']));
  });

  test('as a zip is the same model on another machine', async () => {
    const [store, model] = await storeWith(files());
    const zip = await new Response(await exportZip(store, model.id, never)).blob();
    const copied = await sideLoad(newStore(), [new File([zip], 'from a stick.zip')], never, ignore);
    expect(essence(copied)).toEqual(essence(model));
  });
});

describe('an export', () => {
  test('can be checked with sha256sum', async () => {
    const [store, model] = await storeWith(mlcModel());
    const target = memoryFolder();
    await exportToFolder(store, model.id, target.handle, never, ignore);
    const files = new Map(target.files().map((file) => [file.name, file]));
    const sums = (await files.get('SHA256SUMS')?.text())?.trimEnd().split('\n') ?? [];
    expect(sums).toHaveLength(model.files.length);
    for (const line of sums) {
      const [hash, path = ''] = line.split('  ');
      const bytes = new Uint8Array((await files.get(path)?.arrayBuffer()) ?? new ArrayBuffer(0));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    }
  });

  test('is refused where a file was changed on the way, or is missing', async () => {
    const [store, model] = await storeWith(splitGguf(3));
    const target = memoryFolder();
    await exportToFolder(store, model.id, target.handle, never, ignore);
    const files = target.files();
    const path = model.files[1]?.path ?? '';
    const flip = async (file: File): Promise<File> => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      return new File([bytes], file.name);
    };
    const changed = await Promise.all(files.map((file) => (file.name === path ? flip(file) : file)));
    await expect(sideLoad(newStore(), changed, never, ignore)).rejects.toThrow(
      `“${path}” is damaged: its hash is not the one that the manifest beside it states`,
    );
    const fewer = files.filter(({ name }) => name !== path);
    await expect(sideLoad(newStore(), fewer, never, ignore)).rejects.toThrow(`its file “${path}” is missing`);
  });

  test('of a model that was damaged here ends with a sentence, and has no manifest', async () => {
    const [store, model] = await storeWith([ggufModel('tiny.gguf', 5000)]);
    const folder = await (await store.folder()).getDirectoryHandle(model.id);
    const out = await (await folder.getFileHandle('tiny.gguf')).createWritable();
    await out.write(noise(model.sizeBytes, 5));
    await out.close();
    const target = memoryFolder();
    await expect(exportToFolder(store, model.id, target.handle, never, ignore)).rejects.toThrow(
      '“tiny.gguf” of the model “Tiny” is not what it was when it came',
    );
    expect(target.files().map(({ name }) => name)).not.toContain('cloister-model.json');
    const zip = new Response(await exportZip(store, model.id, never)).blob();
    await expect(zip).rejects.toThrow();
  });

  test('with a manifest that is none is looked at as any other folder', async () => {
    const strange = new File(['{"cloisterModel": 1, "files": "all of them"}'], 'cloister-model.json');
    const model = await sideLoad(newStore(), [ggufModel('a.gguf'), strange], never, ignore);
    expect(model.files[0]?.statedBy).toBe('nobody');
  });
});
