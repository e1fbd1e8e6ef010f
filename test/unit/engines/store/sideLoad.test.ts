import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ZipWriter, BlobWriter, configure } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { ModelStore } from '../../../../src/engines/store/ModelStore';
import { ownModelCard } from '../../../../src/engines/store/ownModelCard';
import { sideLoad } from '../../../../src/engines/store/sideload/sideLoad';
import { memoryDisk, type MemoryDisk } from '../../../support/memoryDisk';
import { ggufModel, mlcModel, noise, sha256Of, splitGguf } from '../../../support/models';
import { writerMlcFiles, writerMlcFolder } from '../../../support/writerMlc';

configure({ useWebWorkers: false });

const never = new AbortController().signal;
const ignore = (): void => undefined;
let disk: MemoryDisk;
let store: ModelStore;
beforeEach(() => {
  disk = memoryDisk();
  store = new ModelStore(disk);
});
const add = (files: readonly File[]) => sideLoad(store, files, never, ignore);
const without = (files: readonly File[], name: string) => files.filter((file) => file.name !== name);

async function zipOf(files: readonly File[], options: { level: number; folder?: string }): Promise<File> {
  const zip = new ZipWriter(new BlobWriter(), { level: options.level });
  for (const file of files) await zip.add(`${options.folder ?? 'model'}/${file.name}`, file.stream());
  return new File([await zip.close()], 'model.zip');
}

describe('a GGUF file', () => {
  test('is kept under a plain name, with its hash', async () => {
    const file = ggufModel('holiday picture?.bin');
    const model = await add([file]);
    expect(model).toMatchObject({
      engine: 'llamaCpp',
      fileName: 'holiday picture?.bin',
      sizeBytes: file.size,
      sha256: await sha256Of(file),
      about: { name: 'Tiny', architecture: 'qwen3' },
    });
    expect(model.files.map(({ path, statedBy }) => [path, statedBy])).toEqual([
      ['holiday-picture-.bin.gguf', 'nobody'],
    ]);
    expect(await store.list()).toEqual([model]);
    expect(await sha256Of(await store.open(model, model.files[0]?.path ?? ''))).toBe(model.sha256);
  });

  test('is kept once, whatever it is called', async () => {
    const first = await add([ggufModel('one.gguf')]);
    expect(await add([ggufModel('two.gguf')])).toEqual(first);
    expect(await disk.paths()).toEqual(['models/id-1.json', 'models/id-1/one.gguf']);
  });

  test('tells how far it is, up to the end', async () => {
    const shares: number[] = [];
    await sideLoad(store, [ggufModel('a.gguf', 200_000)], never, (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test('leaves nothing when it is stopped', async () => {
    const stop = new AbortController();
    const adding = sideLoad(store, [ggufModel('a.gguf', 200_000)], stop.signal, () => stop.abort());
    await expect(adding).rejects.toMatchObject({ name: 'AbortError' });
    expect(await disk.paths()).toEqual([]);
  });

  test('is refused where there is no room, before a byte is copied', async () => {
    const small = new ModelStore(memoryDisk({ quota: 64 * 1024 * 1024 }));
    await expect(sideLoad(small, [ggufModel('a.gguf')], never, ignore)).rejects.toMatchObject({
      problem: { code: 'model.noRoom' },
    });
  });
});

describe('a split GGUF', () => {
  test('is put in order by content and kept under the names that engines know', async () => {
    const [one, two, three] = splitGguf(3) as [File, File, File];
    const model = await add([new File([three], 'c.bin'), new File([one], 'a.bin'), new File([two], 'b.bin')]);
    expect(model.fileName).toBe('a.bin');
    expect(model.files.map(({ path }) => path)).toEqual([
      'a.bin-00001-of-00003.gguf',
      'b.bin-00002-of-00003.gguf',
      'c.bin-00003-of-00003.gguf',
    ]);
    expect(model.files.map(({ sha256 }) => sha256)).toEqual(
      await Promise.all([one, two, three].map(sha256Of)),
    );
    expect(model.sizeBytes).toBe(one.size + two.size + three.size);
    expect(await store.find(model.id)).toEqual(model);
  });

  test('is refused with the part that is missing', async () => {
    const [one, , three] = splitGguf(3) as [File, File, File];
    await expect(add([one, three])).rejects.toThrow('in 3 parts, and part 2 is missing');
    expect(await disk.paths()).toEqual([]);
  });
});

describe('an MLC folder', () => {
  test('of the embedded writer says so, and is asked as that is', async () => {
    const files = writerMlcFiles().map(
      (name) => new File([readFileSync(resolve(writerMlcFolder, name))], name),
    );
    const model = await add(files);
    expect(model.about).toMatchObject({ name: 'Writer', quantisation: 'q8f32', writerForm: 2 });
    expect(model.files.find(({ path }) => path.endsWith('.bin'))?.statedBy).toBe('model');
    expect(ownModelCard(model)).toMatchObject({ engine: 'webLlm', slots: true, contextTokens: 512 });
  });

  test('is kept where WebLLM reads it', async () => {
    const files = mlcModel();
    const model = await add(files);
    expect(model).toMatchObject({
      engine: 'webLlm',
      fileName: 'Tiny',
      about: {
        name: 'Tiny',
        architecture: 'llama',
        quantisation: 'q4f16_1',
        contextTokens: 8192,
        library: 'Tiny-q4f16_1_cs1k-webgpu.wasm',
      },
    });
    const base = 'http://app.test/mlc/id-1/resolve/main/';
    expect(await disk.paths()).toEqual([
      ...['Tiny-q4f16_1_cs1k-webgpu.wasm', 'mlc-chat-config.json']
        .concat(['params_shard_0.bin', 'params_shard_1.bin', 'params_shard_2.bin'])
        .concat(['tensor-cache.json', 'tokenizer.json'])
        .map((name) => base + name),
      'models/id-1.json',
    ]);
    const config = await (await disk.openCache('webllm/config')).match(`${base}mlc-chat-config.json`);
    expect(await config?.json()).toMatchObject({ model_type: 'llama' });
    expect(
      await (await disk.openCache('webllm/wasm')).match(`${base}Tiny-q4f16_1_cs1k-webgpu.wasm`),
    ).toBeDefined();
    expect(await (await disk.openCache('webllm/model')).match(`${base}params_shard_2.bin`)).toBeDefined();
    expect(await store.list()).toEqual([model]);
  });

  test('is told by content: its list may have its old name, and others may lie beside', async () => {
    const files = mlcModel().map((file) => {
      if (file.name === 'tensor-cache.json') return new File([file], 'ndarray-cache.json');
      return file.name === 'params_shard_1.bin' ? new File([file], 'renamed by a mail program') : file;
    });
    const model = await add([...files, new File(['# Tiny'], 'README.md'), new File(['x'], '.DS_Store')]);
    expect(model.files.map(({ path }) => path)).toEqual([
      'mlc-chat-config.json',
      'tensor-cache.json',
      'tokenizer.json',
      'Tiny-q4f16_1_cs1k-webgpu.wasm',
      'params_shard_0.bin',
      'params_shard_1.bin',
      'params_shard_2.bin',
    ]);
    expect(model.files.map(({ statedBy }) => statedBy)).toEqual([
      ...Array<string>(4).fill('nobody'),
      ...Array<string>(3).fill('model'),
    ]);
  });

  /** The first pieces of Llama 2's: <unk> of the sort 2, <s> and </s> of the sort 3, all of the score 0. */
  const sentencePiece = (): Uint8Array<ArrayBuffer> => {
    const pieces = [
      ['<unk>', 2],
      ['<s>', 3],
      ['</s>', 3],
    ] as const;
    return Uint8Array.from(
      pieces.flatMap(([text, sort]) => {
        const letters = [...new TextEncoder().encode(text)];
        const piece = [0x0a, letters.length, ...letters, 0x15, 0, 0, 0, 0, 0x18, sort];
        return [0x0a, piece.length, ...piece];
      }),
    );
  };

  test('may have a vocabulary of SentencePiece under any name, and nothing else under its name', async () => {
    const files = without(mlcModel(), 'tokenizer.json');
    const model = await add([...files, new File([sentencePiece()], 'vocabulary')]);
    expect(model.files.map(({ path }) => path)).toContain('tokenizer.model');
    for (const bytes of [sentencePiece().slice(0, 12), noise(500, 3), sentencePiece().fill(1, 2, 3)])
      await expect(add([...files, new File([bytes], 'tokenizer.model')])).rejects.toThrow(
        'its file “tokenizer.json” is missing',
      );
  });

  test.each([
    ['mlc-chat-config.json', 'its file “mlc-chat-config.json” is missing'],
    ['tensor-cache.json', 'its file “tensor-cache.json” is missing'],
    ['tokenizer.json', 'its file “tokenizer.json” is missing'],
    ['params_shard_1.bin', 'its file “params_shard_1.bin” is missing'],
    ['Tiny-q4f16_1_cs1k-webgpu.wasm', 'without the compiled library'],
  ])('is refused without %s', async (name, sentence) => {
    await expect(add(without(mlcModel(), name))).rejects.toThrow(sentence);
    expect(await disk.paths()).toEqual([]);
  });

  test('is refused with a shard of another size, and with one whose bytes changed', async () => {
    const swap = (bytes: Uint8Array<ArrayBuffer>) =>
      mlcModel().map((file) => (file.name === 'params_shard_0.bin' ? new File([bytes], file.name) : file));
    await expect(add(swap(noise(499, 7)))).rejects.toThrow(
      '“params_shard_0.bin” has 499 bytes and should have 500',
    );
    await expect(add(swap(noise(500, 7)))).rejects.toThrow(
      '“params_shard_0.bin” is damaged: its hash is not the one that the list of the model itself states',
    );
    expect(await disk.paths()).toEqual([]);
    expect(disk.used()).toBe(0);
  });

  test('is refused with the library of other weights', async () => {
    const files = mlcModel().map((file) =>
      file.name.endsWith('.wasm') ? new File([file], 'Tiny-q4f32_1_cs1k-webgpu.wasm') : file,
    );
    await expect(add(files)).rejects.toThrow('compiled for other weights: these are q4f16_1');
  });
});

describe('a zip', () => {
  test.each([0, 6])('of a model is opened, packed at level %i', async (level) => {
    const file = ggufModel('tiny.gguf', 50_000);
    const model = await add([await zipOf([file], { level })]);
    expect(model).toMatchObject({ fileName: 'tiny.gguf', sha256: await sha256Of(file) });
    const mlc = await add([await zipOf(mlcModel(), { level, folder: 'a/deep/folder' })]);
    expect(mlc).toMatchObject({ engine: 'webLlm', fileName: 'model.zip' });
    expect(mlc.files).toHaveLength(7);
  });

  test('that was cut short, or changed, is refused and leaves nothing', async () => {
    const whole = await zipOf([ggufModel('tiny.gguf', 50_000)], { level: 0 });
    await expect(add([new File([whole.slice(0, 1000)], 'cut.zip')])).rejects.toThrow(
      'the zip “cut.zip” is damaged or was cut short',
    );
    const bytes = new Uint8Array(await whole.arrayBuffer());
    bytes[100_000] = (bytes[100_000] ?? 0) ^ 1;
    await expect(add([new File([bytes], 'changed.zip')])).rejects.toThrow('the zip “changed.zip” is damaged');
    expect(await disk.paths()).toEqual([]);
  });

  test('with a password is refused', async () => {
    const zip = new ZipWriter(new BlobWriter(), { password: 'secret', zipCrypto: true });
    await zip.add('a.gguf', ggufModel('a.gguf').stream());
    await expect(add([new File([await zip.close()], 'locked.zip')])).rejects.toThrow('asks for a password');
  });

  test('packed in a way that browsers do not know is refused', async () => {
    const zip = await zipOf([ggufModel('a.gguf')], { level: 6 });
    const bytes = Buffer.from(await zip.arrayBuffer());
    // The method stands in the file's own head, and at the end in the list of all files.
    for (const [mark, at] of [
      ['PK\x03\x04', 8],
      ['PK\x01\x02', 10],
    ] as const)
      bytes.writeUInt16LE(9, bytes.indexOf(mark, 0, 'latin1') + at);
    await expect(add([new File([bytes], 'a.zip')])).rejects.toThrow('cannot unpack (method 9)');
  });

  test('without a model is refused', async () => {
    const zip = await zipOf([new File(['hello'], 'letter.txt'), new File(['x'], 'b.txt')], { level: 6 });
    await expect(add([zip])).rejects.toThrow('none of the 2 files of “model.zip” is a model');
  });
});

describe('what is no model', () => {
  test('is refused with what it looks like, or with how many files were looked at', async () => {
    await expect(add([new File(['Dear colleague'], 'letter.gguf')])).rejects.toThrow(
      '“letter.gguf” is not a GGUF file: it looks like something else',
    );
    const many = [new File(['a'], 'a.txt'), new File(['b'], 'b.txt')];
    await expect(add(many)).rejects.toThrow('none of the 2 files of “a.txt” is a model');
  });

  test('or two models at once, is refused', async () => {
    await expect(add([ggufModel('a.gguf'), ggufModel('b.gguf')])).rejects.toThrow(
      '“a.gguf” and “b.gguf” do not belong to one model',
    );
  });
});
