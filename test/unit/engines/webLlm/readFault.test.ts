import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toEbnf } from '../../../../src/engines/webLlm/toEbnf';
import { readFault } from '../../../../src/engines/webLlm/readFault';

const library = readFileSync('node_modules/@mlc-ai/web-llm/lib/index.js', 'utf8');
const about = { model: 'Qwen', libraryName: 'Qwen-webgpu.wasm', twin: 'Qwen-q4f32_1-MLC' };
const read = (text: string) => readFault(new Error(text), about, 'device.writerEnded').problem;

/** As they cross the worker: the library's own, in its words, with the part of them that its source must still have. */
const ofTheLibrary: readonly (readonly [said: string, source: string, code: string])[] = [
  [
    'ShaderF16SupportError: This model requires WebGPU extension shader-f16, which is not enabled',
    'This model requires WebGPU extension shader-f16',
    'gpu.noF16',
  ],
  [
    'FeatureSupportError: This model requires feature shader-f16, which is not yet supported',
    'This model requires feature',
    'gpu.noF16',
  ],
  [
    'WebGPUNotAvailableError: WebGPU is not supported in your current environment',
    'this.name = "WebGPUNotAvailableError"',
    'gpu.none',
  ],
  [
    "Error: Unable to find a compatible GPU. This issue might be because your computer doesn't have a GPU",
    'Unable to find a compatible GPU.',
    'gpu.none',
  ],
  [
    'GrammarMatcherInitError: Failed to initialize the grammar matcher for response format `grammar`: Aborted()',
    'this.name = "GrammarMatcherInitError"',
    'gpu.grammarRejected',
  ],
  [
    'Error: Grammar matcher rejected the newly sampled token.',
    'Grammar matcher rejected the newly sampled token.',
    'gpu.grammarRejected',
  ],
  [
    'ContextWindowSizeExceededError: Prompt tokens exceed context window size: number of prompt tokens: 900; context window size: 512\nConsider',
    'context window size: ${contextWindowSize}',
    'gpu.promptTooLong',
  ],
  [
    'DeviceLostError: The WebGPU device was lost while loading the model. This issue often occurs due to running out of memory (OOM).',
    'The WebGPU device was lost while loading the model.',
    'gpu.noMemory',
  ],
  ['Error: Object has already been disposed', 'Object has already been disposed', 'gpu.lost'],
  [
    'Error: Cannot find required VM function `prefill`. Available candidate functions: none',
    'Cannot find required VM function',
    'gpu.libraryMismatch',
  ],
  ['Error: Invalid kv_cache ABI. Require either', 'Invalid kv_cache ABI.', 'gpu.libraryMismatch'],
  ['Error: Cannot find __indirect_function_table in exports', 'in exports', 'gpu.libraryDamaged'],
  [
    'Error: Cannot fetch http://localhost/mlc/x/resolve/main/params_shard_3.bin',
    'Cannot fetch ',
    'gpu.fileMissing',
  ],
];

/** A browser's. */
const ofTheBrowser: readonly (readonly [said: string, code: string])[] = [
  [
    'CompileError: WebAssembly.instantiate(): expected magic word 00 61 73 6d, found 3c 21 64 6f @+0',
    'gpu.libraryDamaged',
  ],
  ["TypeError: Cannot read properties of undefined (reading 'buffer')", 'gpu.libraryDamaged'],
  ['LinkError: WebAssembly.instantiate(): Import #0 module="env" error', 'gpu.libraryDamaged'],
  ['RangeError: Array buffer allocation failed', 'gpu.noMemory'],
  ['gpuFault: GPUOutOfMemoryError: allocation of 1073741824 bytes', 'gpu.noMemory'],
  ['gpuLost: destroyed Device was destroyed.', 'gpu.noMemory'],
  [
    "AbortError: Failed to execute 'mapAsync' on 'GPUBuffer': Buffer was unmapped before mapping was resolved.",
    'gpu.lost',
  ],
  ['gpuLost: unknown A valid external Instance reference no longer exists.', 'gpu.lost'],
  ["gpuFault: GPUValidationError: error: 'f16' type used without 'f16' extension enabled", 'gpu.noF16'],
  ['gpuFault: GPUValidationError: Binding size is larger than the maximum', 'gpu.noMemory'],
  ['gpuFault: GPUValidationError: bind group layout does not match', 'gpu.libraryMismatch'],
  ["TypeError: Failed to execute 'add' on 'Cache': Request failed", 'gpu.fileMissing'],
];

/** Ours, of a grammar that cannot be put into the library's form. */
const ofTheGrammar = ['root ::= [^a]', 'root ::= "\\q"', 'root ::= "a', 'root ::= [é-ü]'];

describe('readFault', () => {
  test.each(ofTheGrammar)('knows what toEbnf throws on %s', (grammar) => {
    let thrown: unknown;
    try {
      toEbnf(grammar);
    } catch (cause) {
      thrown = cause;
    }
    expect(readFault(thrown, about, 'device.writerEnded').problem.code).toBe('gpu.grammarRejected');
  });

  test.each(ofTheLibrary)('knows “%s”, which the installed library can still say', (said, source, code) => {
    expect(library).toContain(source);
    expect(read(said).code).toBe(code);
  });

  test.each(ofTheBrowser)('knows “%s”', (said, code) => {
    expect(read(said).code).toBe(code);
  });

  test('names the limit that the GPU does not reach', () => {
    const said =
      'Error: Cannot initialize runtime because of requested maxComputeWorkgroupStorageSize exceeds limit. requested=32768, limit=16384. ';
    expect(library).toContain(
      'Cannot initialize runtime because of requested maxComputeWorkgroupStorageSize ',
    );
    expect(read(said)).toMatchObject({
      code: 'gpu.limit',
      values: { limit: 'maxComputeWorkgroupStorageSize', needs: '32768', has: '16384' },
    });
  });

  test('names the file, the room and the twin', () => {
    expect(read('Error: Cannot fetch http://localhost/mlc/x/resolve/main/params_shard_3.bin').values).toEqual(
      {
        model: 'Qwen',
        file: 'params_shard_3.bin',
      },
    );
    expect(read('ContextWindowSizeExceededError: context window size: 512\n').values).toEqual({
      model: 'Qwen',
      tokens: 512,
    });
    expect(read('ShaderF16SupportError: x').values).toEqual({ model: 'Qwen', twin: 'Qwen-q4f32_1-MLC' });
  });

  test('has a whole sentence for whatever is said', () => {
    fc.assert(
      fc.property(fc.string(), (said) => {
        expect(readFault(said, about, 'device.writerEnded').message).not.toMatch(/\{\w+\}/);
      }),
    );
    for (const [said] of [...ofTheLibrary, ...ofTheBrowser]) {
      expect(readFault(new Error(said), about, 'device.writerEnded').message).not.toMatch(/\{\w+\}/);
    }
  });

  test('leaves a Failure as it is', () => {
    const failure = readFault(new Error('x'), about, 'device.writerEnded');
    expect(readFault(failure, about, 'device.writerNotLoaded')).toBe(failure);
  });
});
