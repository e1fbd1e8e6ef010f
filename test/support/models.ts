import { createHash } from 'node:crypto';
import { gguf, type TestValue } from './gguf';

/** Bytes that repeat nowhere near each other, the same for the same seed. */
export function noise(size: number, seed: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let state = seed * 2654435761 + 1;
  for (let at = 0; at < size; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

export const ggufValues: Readonly<Record<string, TestValue>> = {
  'general.architecture': 'qwen3',
  'general.name': 'Tiny',
  'qwen3.context_length': 4096,
  'tokenizer.ggml.tokens': ['a', 'b'],
  'tokenizer.chat_template': '{{ messages }}',
};

/** A GGUF model that passes for one, of so many 32-bit weights. */
export function ggufModel(name: string, weights = 1024, seed = 1): File {
  return new File([gguf([{ type: 0, weights, data: noise(weights * 4, seed) }], ggufValues)], name);
}

/** The same in parts, the first with the vocabulary. */
export function splitGguf(count: number, seed = 1): readonly File[] {
  return Array.from({ length: count }, (_, no) => {
    const split = { 'split.no': no, 'split.count': count, 'split.tensors.count': count };
    const tensor = { type: 0, weights: 256, data: noise(1024, seed * 100 + no) };
    const file = gguf([tensor], no === 0 ? { ...ggufValues, ...split } : split);
    return new File([file], `tiny-0000${no + 1}-of-0000${count}.gguf`);
  });
}

/** The files of an MLC model, of so many shards. */
export function mlcModel(shards = 3, seed = 1): readonly File[] {
  const weights = Array.from({ length: shards }, (_, no) => noise(500 + 100 * no, seed * 100 + no));
  const json = (name: string, value: unknown): File => new File([JSON.stringify(value)], name);
  return [
    json('mlc-chat-config.json', {
      model_type: 'llama',
      quantization: 'q4f16_1',
      context_window_size: 8192,
      tokenizer_files: ['tokenizer.json'],
      conv_template: { name: 'chatml' },
    }),
    json('tensor-cache.json', {
      metadata: { ParamSize: shards },
      records: weights.map((bytes, no) => ({
        dataPath: `params_shard_${no}.bin`,
        format: 'raw-shard',
        nbytes: bytes.byteLength,
        records: [],
        md5sum: createHash('md5').update(bytes).digest('hex'),
      })),
    }),
    json('tokenizer.json', { version: '1.0', added_tokens: [], model: { type: 'BPE', vocab: {} } }),
    new File(['\0asm\x01\0\0\0', noise(64, seed)], 'Tiny-q4f16_1_cs1k-webgpu.wasm'),
    ...weights.map((bytes, no) => new File([bytes], `params_shard_${no}.bin`)),
  ];
}

export async function sha256Of(file: Blob): Promise<string> {
  return createHash('sha256')
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest('hex');
}
