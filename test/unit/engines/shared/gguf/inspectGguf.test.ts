import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inspectGguf } from '../../../../../src/engines/shared/gguf/inspectGguf';
import { gguf, type TestValue } from '../../../../support/gguf';

const tensor = { type: 0, weights: 64, data: new Uint8Array(256) };
const values: Record<string, TestValue> = {
  'general.architecture': 'qwen3',
  'general.name': 'Tiny',
  'qwen3.context_length': 4096,
  'tokenizer.ggml.tokens': ['a', 'b'],
};
const refusal = async (file: Blob, name = 'model.gguf'): Promise<string> =>
  inspectGguf(file, name).then(
    () => '',
    (failure: Error) => failure.message,
  );

describe('a file of weights', () => {
  test('says what it is, whatever it is called', async () => {
    const whole = { ...values, 'tokenizer.chat_template': '{{ messages }}', 'general.license': 'MIT' };
    expect(await inspectGguf(gguf([tensor], whole), 'holiday.jpg')).toEqual({
      name: 'Tiny',
      architecture: 'qwen3',
      contextTokens: 4096,
      chatTemplate: '{{ messages }}',
      licence: 'MIT',
    });
  });

  test('may leave out its name, its context and its template', async () => {
    const { 'general.name': _, 'qwen3.context_length': __, ...rest } = values;
    expect(await inspectGguf(gguf([tensor], rest), 'x')).toEqual({
      name: 'qwen3',
      architecture: 'qwen3',
      contextTokens: 2048,
    });
  });

  test('is read past a large vocabulary', async () => {
    const tokens = Array.from({ length: 90_000 }, (_, at) => `a token of some length ${at}`);
    const about = await inspectGguf(gguf([tensor], { ...values, 'tokenizer.ggml.tokens': tokens }), 'x');
    expect(about.name).toBe('Tiny');
  });

  test('of ours is known', async () => {
    const own = new Blob([readFileSync('public/writer/embedded-writer.gguf')]);
    expect(await inspectGguf(own, 'x')).toMatchObject({
      name: 'Cloister embedded writer',
      contextTokens: 512,
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
    expect(await refusal(gguf([tensor], { ...values, 'split.count': 3 }))).toContain('one of 3 parts');
  });

  test('when it is no language model', async () => {
    const { 'tokenizer.ggml.tokens': _, ...rest } = values;
    expect(await refusal(gguf([tensor], rest))).toContain('without a language model');
  });

  test('when it is too large, before a byte is read', async () => {
    const large = { size: 3 * 1024 ** 3 } as Blob;
    expect(await refusal(large, 'large.gguf')).toContain('“large.gguf” is 3.0 GiB');
  });
});
