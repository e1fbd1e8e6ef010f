import { describe, expect, test } from 'vitest';
import { sideLoad } from '../../../../src/engines/store/sideload/sideLoad';
import { downloadBed } from '../../../support/downloadBed';
import { entryOf } from '../../../support/downloads';
import { ggufModel, mlcModel, sha256Of, splitGguf } from '../../../support/models';

const bed = downloadBed();

describe('a download', () => {
  test('ends with a model that is what the host states, and says whence it came', async () => {
    const { end, all } = await bed.download();
    expect(end).toMatchObject({ phase: 'done', problem: null });
    expect(end.model).toMatchObject({
      id: 'tiny',
      engine: 'llamaCpp',
      sizeBytes: bed.weights.size,
      sha256: await sha256Of(bed.weights),
      about: { name: 'Tiny', licence: 'MIT' },
      origin: { entry: 'tiny', name: 'Tiny 1B', host: 'The host', revision: bed.hosted.commit },
      files: [{ path: 'tiny.gguf', sizeBytes: bed.weights.size, statedBy: 'host' }],
    });
    expect(await bed.store.list()).toEqual([end.model]);
    expect(await bed.disk.paths()).toEqual(['models/tiny.json', 'models/tiny/tiny.gguf']);
    expect(all.map(({ phase }) => phase)).toContain('downloading');
    expect(all.at(-1)).toMatchObject({
      phase: 'done',
      doneBytes: bed.weights.size,
      totalBytes: bed.weights.size,
    });
  });

  test('of a model that is here already asks for nothing', async () => {
    await bed.download();
    bed.server.ranges.length = 0;
    expect((await bed.download()).end.phase).toBe('done');
    expect(bed.server.ranges).toEqual([]);
  });

  test('of what was side-loaded before keeps the copy that was here, and notes whence it comes', async () => {
    const own = await sideLoad(
      bed.store,
      [ggufModel('own.gguf', 60_000)],
      new AbortController().signal,
      () => undefined,
    );
    const { end } = await bed.download();
    expect(end.model).toEqual({ ...own, origin: expect.objectContaining({ entry: 'tiny' }) as unknown });
    expect(await bed.disk.paths()).toEqual([`models/${own.id}.json`, `models/${own.id}/own.gguf`]);
  });

  test('of a split model keeps its parts in order', async () => {
    const parts = splitGguf(3);
    await bed.server.add('some/split', parts);
    bed.entry = entryOf('split', 'llamaCpp', [
      bed.server.source('some/split', 'huggingFace', ['tiny-*-of-00003.gguf']),
    ]);
    const { end } = await bed.download();
    expect(end.model?.files.map(({ path }) => path)).toEqual(parts.map(({ name }) => name));
    expect(end).toMatchObject({ wholeFiles: 3, files: 3 });
  });

  test('of an MLC model takes each file from its host and puts it where WebLLM reads it', async () => {
    const files = mlcModel(12).map((file) =>
      file.name === 'tensor-cache.json' ? new File([file], 'ndarray-cache.json') : file,
    );
    const isLibrary = ({ name }: File): boolean => name.endsWith('.wasm');
    await bed.server.add(
      'mlc/tiny',
      files.filter((file) => !isLibrary(file)),
      ['mlc-chat-config.json', 'ndarray-cache.json'],
    );
    await bed.server.add('mlc/libraries', files.filter(isLibrary));
    const folder = bed.server.source('mlc/tiny', 'huggingFace', [
      'mlc-chat-config.json',
      'tokenizer.json',
      'params_shard_*.bin',
    ]);
    bed.entry = entryOf('mlc', 'webLlm', [
      {
        ...folder,
        files: [
          ...folder.files,
          { path: 'tensor-cache.json', otherwise: 'ndarray-cache.json' },
          { path: 'no.txt', optional: true },
        ],
      },
      bed.server.source('mlc/libraries', 'gitHub', ['Tiny-q4f16_1_cs1k-webgpu.wasm']),
    ]);
    const { end } = await bed.download();
    expect(end).toMatchObject({ phase: 'done', wholeFiles: 16 });
    const paths = end.model?.files.map(({ path }) => path) ?? [];
    expect(paths.slice(2, 14)).toEqual(Array.from({ length: 12 }, (_, no) => `params_shard_${no}.bin`));
    expect(paths).toContain('tensor-cache.json');
    expect((await bed.disk.paths()).filter((path) => path.startsWith('models/'))).toEqual([
      'models/mlc.json',
    ]);
    expect(end.model?.about).toMatchObject({ name: 'Tiny 1B', quantisation: 'q4f16_1' });
    expect(await bed.store.find('mlc')).toEqual(end.model);
  });
});
