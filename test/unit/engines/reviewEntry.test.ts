import { describe, expect, test } from 'vitest';
import type { CatalogueEntry } from '../../../src/engines/CatalogueEntry';
import type { DeviceFacts } from '../../../src/engines/Engine';
import { reviewEntry, reviewRoom } from '../../../src/engines/reviewEntry';
import { deviceFacts, wasmFeatures } from '../../support/deviceFacts';

const entry = (changes: Partial<CatalogueEntry>): CatalogueEntry => ({
  id: 'x',
  family: 'X',
  name: 'X 1B',
  publisher: 'X',
  engine: 'llamaCpp',
  summary: '',
  licence: { name: 'MIT', summary: '' },
  parameters: 1e9,
  quantisation: 'Q4_K_M',
  sizeBytes: 0.8e9,
  memoryBytes: 1.1e9,
  contextTokens: 4096,
  languages: ['en'],
  promptFormat: 'ChatML',
  sources: [],
  ...changes,
});
const gpu: NonNullable<DeviceFacts['gpu']> = {
  vendor: 'nvidia',
  architecture: 'ampere',
  device: '',
  description: '',
  isFallback: false,
  isCompatibility: false,
  shaderF16: true,
  subgroups: true,
  limits: {
    maxBufferSize: 2 ** 31,
    maxStorageBufferBindingSize: 2 ** 31,
    maxStorageBuffersPerShaderStage: 10,
    maxComputeWorkgroupStorageSize: 32_768,
    maxComputeInvocationsPerWorkgroup: 1024,
  },
};
const device = deviceFacts({ cores: 8 });
const codes = (changes: Partial<CatalogueEntry>, on: Partial<DeviceFacts> = {}) =>
  reviewEntry(entry(changes), { ...device, ...on }).map(({ code }) => code);

describe('whether a model can run here', () => {
  test('a small one for the processor runs on any device with WebAssembly', () => {
    expect(codes({})).toEqual([]);
    expect(codes({}, { wasm: false })).toEqual(['fit.noWebAssembly']);
    expect(codes({}, { wasmFeatures: { ...wasmFeatures, memory64: false } })).toEqual([
      'fit.weakWebAssembly',
    ]);
  });

  test('without JSPI the GPU is of no use to one that can do without it', () => {
    const wasm = { ...wasmFeatures, jspi: false };
    const large = { sizeBytes: 2.4e9, memoryBytes: 3e9 };
    expect(codes(large, { gpu, wasmFeatures: wasm })).toEqual(['fit.slow']);
    expect(codes({ ...large, engine: 'webLlm' }, { gpu, wasmFeatures: wasm })).toEqual([]);
  });

  test('on the processor a large one is slow, and one above 4 GiB of memory cannot run', () => {
    expect(codes({ sizeBytes: 2.4e9, memoryBytes: 3e9 })).toEqual(['fit.slow']);
    expect(codes({ memoryBytes: 4.3e9 }, { memoryGiB: 32 })).toEqual(['fit.tooLargeForBrowser']);
    expect(codes({ sizeBytes: 4e9, memoryBytes: 4.3e9 }, { memoryGiB: 32, gpu })).toEqual([]);
  });

  test('one for the GPU needs a real one, with 16-bit numbers where it computes with them', () => {
    const mlc = { engine: 'webLlm' } as const;
    expect(codes(mlc)).toEqual(['fit.noGpu']);
    expect(codes(mlc, { gpu })).toEqual([]);
    expect(codes(mlc, { gpu: { ...gpu, isFallback: true } })).toEqual(['fit.softwareGpu']);
    expect(codes({ ...mlc, needsF16: true }, { gpu: { ...gpu, shaderF16: false } })).toEqual(['fit.noF16']);
    expect(codes(mlc, { gpu: { ...gpu, shaderF16: false } })).toEqual([]);
    const weak = { ...gpu, limits: { ...gpu.limits, maxBufferSize: 1000 } };
    expect(codes(mlc, { gpu: weak })).toEqual(['fit.weakGpu']);
  });

  test('one that would take most of the memory is cautioned about, unless the browser does not say how much there is', () => {
    expect(codes({ memoryBytes: 3.2e9 }, { memoryGiB: 4 })).toEqual(['fit.littleMemory']);
    expect(codes({ memoryBytes: 3.2e9 }, { memoryGiB: null })).toEqual([]);
  });
});

test('what does not fit into the room that is left is said with both sizes', () => {
  expect(reviewRoom(entry({ sizeBytes: 2e9 }), 3e9)).toBeNull();
  expect(reviewRoom(entry({ sizeBytes: 2e9 }), 1.55e9)?.values).toEqual({ needed: '2 GB', free: '1.6 GB' });
  expect(reviewRoom(entry({ sizeBytes: 145e6 }), 90e6)?.values).toEqual({ needed: '145 MB', free: '90 MB' });
});
