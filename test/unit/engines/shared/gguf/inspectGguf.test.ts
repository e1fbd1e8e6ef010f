import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { embeddedWriter } from '../../../../../src/engines/models';
import { inspectGguf } from '../../../../../src/engines/shared/gguf/inspectGguf';
import { gguf, type TestValue } from '../../../../support/gguf';

const tensor = { type: 0, weights: 64, data: new Uint8Array(256) };
const values: Record<string, TestValue> = {
  'general.architecture': 'qwen3',
  'general.name': 'Tiny',
  'qwen3.context_length': 4096,
  'tokenizer.ggml.tokens': ['a', 'b'],
};
const named = (file: Blob, name: string): File => new File([file], name);
const inspect = async (file: Blob, name: string) => (await inspectGguf([named(file, name)])).about;
const refusal = async (file: Blob, name = 'model.gguf'): Promise<string> =>
  inspect(file, name).then(
    () => '',
    (failure: Error) => failure.message,
  );

describe('a file of weights', () => {
  test('says what it is, whatever it is called', async () => {
    const whole = { ...values, 'tokenizer.chat_template': '{{ messages }}', 'general.license': 'MIT' };
    expect(await inspect(gguf([tensor], whole), 'holiday.jpg')).toEqual({
      name: 'Tiny',
      architecture: 'qwen3',
      contextTokens: 4096,
      chatTemplate: '{{ messages }}',
      licence: 'MIT',
    });
  });

  test('may leave out its name, its context and its template', async () => {
    const { 'general.name': _, 'qwen3.context_length': __, ...rest } = values;
    expect(await inspect(gguf([tensor], rest), 'x')).toEqual({
      name: 'qwen3',
      architecture: 'qwen3',
      contextTokens: 2048,
    });
  });

  test('is read past a large vocabulary', async () => {
    const tokens = Array.from({ length: 90_000 }, (_, at) => `a token of some length ${at}`);
    const about = await inspect(gguf([tensor], { ...values, 'tokenizer.ggml.tokens': tokens }), 'x');
    expect(about.name).toBe('Tiny');
  });

  test('of ours is known', async () => {
    const own = new Blob([readFileSync('public/writer/embedded-writer.gguf')]);
    expect(await inspect(own, 'x')).toMatchObject({
      name: 'Cloister embedded writer',
      contextTokens: 512,
      valuesPerToken: embeddedWriter.valuesPerToken,
    });
  });

  describe('remembers of a token', () => {
    const size = {
      'qwen3.block_count': 16,
      'qwen3.attention.head_count': 32,
      'qwen3.embedding_length': 2048,
    };
    const remembered = async (more: Record<string, TestValue>) =>
      (await inspect(gguf([tensor], { ...values, ...more }), 'x')).valuesPerToken;

    test('a key and a value of 64 numbers for each of 8 heads in 16 layers: Llama 3.2 1B', async () => {
      expect(await remembered({ ...size, 'qwen3.attention.head_count_kv': 8 })).toBe(16_384);
    });

    test('what it says of its heads itself: Qwen3 0.6B, 128 numbers for each of 8 in 28 layers', async () => {
      const own = { 'qwen3.attention.key_length': 128, 'qwen3.attention.value_length': 128 };
      const more = { ...size, ...own, 'qwen3.block_count': 28, 'qwen3.attention.head_count_kv': 8 };
      expect(await remembered(more)).toBe(57_344);
    });

    test('what all heads would, where it tells them layer by layer or not at all', async () => {
      expect(await remembered({ ...size, 'qwen3.attention.head_count_kv': ['8', '0'] })).toBe(65_536);
      expect(await remembered(size)).toBe(65_536);
    });

    test('nobody knows how much, where it does not say', async () => {
      expect(await remembered({ 'qwen3.block_count': 16 })).toBeUndefined();
    });
  });
});

describe('a file that can be no writer is refused', () => {
  test.each([
    ['<!doctype html><title>404</title>', 'a web page'],
    ['PK\u0003\u0004 and so on', 'a zip archive'],
    ['version 1 of git-lfs', 'a pointer'],
    ['{"a": 1}', 'a JSON document'],
    ['\u0010\u0000\u0000\u0000\u0000\u0000\u0000\u0000{"__metadata__"', 'safetensors'],
    ['hello, this is a letter', 'something else'],
  ])('with what it looks like: %j', async (start, what) => {
    const sentence = await refusal(new Blob([start.padEnd(100, ' ')]), 'big.gguf');
    expect(sentence).toContain('“big.gguf” is not a GGUF file');
    expect(sentence).toContain(what);
  });

  test('when it is a vocabulary alone', async () => {
    expect(await refusal(gguf([], values))).toContain('no weights');
  });

  test('when its weights end too soon, and by how much', async () => {
    const whole = gguf([tensor, tensor], values);
    expect(await refusal(whole)).toBe('');
    expect(await refusal(whole.slice(0, whole.size - 1))).toContain(`1 of its ${whole.size} bytes`);
    expect(await refusal(whole.slice(0, 60))).toContain('ends after 60 bytes');
    expect(await refusal(new Blob([]))).toContain('ends after 0 bytes');
  });

  test('when it is one part of many', async () => {
    expect(await refusal(gguf([tensor], { ...values, 'split.count': 3 }))).toContain(
      'a model in 3 parts, and part 2 is missing',
    );
  });

  test('when it is no language model', async () => {
    const { 'tokenizer.ggml.tokens': _, ...rest } = values;
    expect(await refusal(gguf([tensor], rest))).toContain('without a language model');
  });

  test('when it is too large, before a byte is read', async () => {
    const large = { name: 'large.gguf', size: 3 * 1024 ** 3, slice: () => new Blob() };
    await expect(inspectGguf([large])).rejects.toThrow('“large.gguf” is 3.0 GiB');
  });
});

describe('a model in several files', () => {
  const part = (no: number, count = 3, own: Record<string, TestValue> = {}): File =>
    named(
      gguf([tensor], { 'split.no': no, 'split.count': count, 'split.tensors.count': count, ...own }),
      `${no}.bin`,
    );
  const first = part(0, 3, values);

  test('is put in order by what each says of itself', async () => {
    const { about, parts } = await inspectGguf([part(2), first, part(1)]);
    expect(parts.map(({ name }) => name)).toEqual(['0.bin', '1.bin', '2.bin']);
    expect(about).toMatchObject({ name: 'Tiny', architecture: 'qwen3', contextTokens: 4096 });
  });

  test('may have no weights in its first file', async () => {
    const head = named(
      gguf([], { ...values, 'split.no': 0, 'split.count': 2, 'split.tensors.count': 1 }),
      'a',
    );
    const rest = named(gguf([tensor], { 'split.no': 1, 'split.count': 2, 'split.tensors.count': 1 }), 'b');
    expect((await inspectGguf([rest, head])).parts.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('is refused with the number of the part that is missing', async () => {
    await expect(inspectGguf([first, part(2)])).rejects.toThrow('in 3 parts, and part 2 is missing');
    await expect(inspectGguf([part(1), part(2)])).rejects.toThrow('part 1 is missing');
    await expect(inspectGguf([first, part(1)])).rejects.toThrow('part 3 is missing');
  });

  test('is refused when the files are of several models', async () => {
    await expect(inspectGguf([first, part(1, 2)])).rejects.toThrow('“0.bin” and “1.bin” do not belong');
    await expect(inspectGguf([first, part(1), part(2), part(2)])).rejects.toThrow('do not belong');
    const whole = named(gguf([tensor], values), 'whole.gguf');
    await expect(inspectGguf([whole, first])).rejects.toThrow('“whole.gguf” and “0.bin” do not belong');
  });

  test('is refused when the parts do not add up', async () => {
    const short = part(1, 2, { 'split.tensors.count': 9 });
    const lead = part(0, 2, { ...values, 'split.tensors.count': 9 });
    await expect(inspectGguf([lead, short])).rejects.toThrow('do not add up to one model');
  });

  test('is refused when it is too large together', async () => {
    const large = (no: number) => {
      const file = part(no, 2, no === 0 ? values : {});
      const size = 1.9 * 1024 ** 3;
      return { name: `${no}`, size, slice: (a: number, b: number) => file.slice(a, b) };
    };
    await expect(inspectGguf([large(0), large(1)])).rejects.toThrow('“0” is 3.8 GiB');
  });
});
