import { describe, expect, test } from 'vitest';
import { chooseEngineOptions } from '../../../src/engines/chooseEngineOptions';
import { embeddedWriter } from '../../../src/engines/models';
import { deviceFacts, gpuFacts, wasmFeatures } from '../../support/deviceFacts';

const model = (sizeBytes: number, valuesPerToken = 16_384) => ({
  engine: 'llamaCpp',
  sizeBytes,
  contextTokens: 2048,
  valuesPerToken,
});

test.each([
  [{ threads: true, cores: 16 }, 4],
  [{ threads: true, cores: 5 }, 4],
  [{ threads: true, cores: 4 }, 3],
  [{ threads: true, cores: 2 }, 1],
  [{ threads: true, cores: 1 }, 1],
  [{ threads: true, cores: 0 }, 1],
  [{ threads: true, cores: Number.NaN }, 1],
  [{ threads: false, cores: 16 }, 1],
])('a device with %j gives the embedded writer %d threads and eight slots', (device, threads) => {
  expect(chooseEngineOptions(deviceFacts(device), embeddedWriter)).toMatchObject({
    slots: 8,
    threads,
    contextTokens: embeddedWriter.contextTokens,
  });
});

describe('slots and context', () => {
  test('of the embedded writer are the same on the smallest device', () => {
    const { slots, contextTokens } = chooseEngineOptions(deviceFacts({ memoryGiB: 0.25 }), embeddedWriter);
    expect({ slots, contextTokens }).toEqual({ slots: 8, contextTokens: 512 });
  });

  test('a larger model writes fewer texts at once', () => {
    const slots = [60e6, 400e6, 1.1e9].map((size) => chooseEngineOptions(deviceFacts(), model(size)).slots);
    expect(slots).toEqual([8, 4, 2]);
  });

  test('are as many as half of the memory holds beside the weights', () => {
    // 1 GiB: 384 MiB for the engine and 400 MB of weights leave 258 MiB; a slot of 2,048 tokens takes 128 MiB.
    const device = deviceFacts({ memoryGiB: 2 });
    expect(chooseEngineOptions(device, model(400e6))).toMatchObject({ slots: 2, contextTokens: 2048 });
  });

  test('of a model that leaves no room for one whole slot are a smaller one', () => {
    // 384 MiB and 620 MB leave 48.7 MiB: 512 tokens of 64 KiB take 32 MiB, 1,024 take 64 MiB.
    const device = deviceFacts({ memoryGiB: 2 });
    expect(chooseEngineOptions(device, model(620e6))).toMatchObject({ slots: 1, contextTokens: 512 });
  });

  test('never grow past what WebAssembly holds', () => {
    // 4 GiB: 384 MiB and 1.9 GB leave 1,900 MiB; a slot of 2,048 tokens with 131,072 values takes 1,024 MiB.
    const device = deviceFacts({ memoryGiB: 64 });
    expect(chooseEngineOptions(device, model(1.9e9, 131_072)).slots).toBe(1);
  });

  test('take less where the GPU remembers 16-bit numbers', () => {
    const [cpu, gpu] = [null, gpuFacts()].map((facts) =>
      chooseEngineOptions(deviceFacts({ memoryGiB: 2, gpu: facts }), model(400e6)),
    );
    expect([cpu?.slots, gpu?.slots]).toEqual([2, 4]);
  });
});

describe('where a writer runs', () => {
  const large = model(400e6);
  const choose = (gpu: Parameters<typeof gpuFacts>[0] | null) =>
    chooseEngineOptions(deviceFacts({ gpu: gpu === null ? null : gpuFacts(gpu) }), large);

  test('is the GPU for a large one', () => {
    expect(choose({})).toMatchObject({ backend: 'gpu' });
    expect(choose({})).not.toHaveProperty('whyCpu');
  });

  test('is the CPU for the embedded one, whatever the GPU', () => {
    const options = chooseEngineOptions(deviceFacts({ gpu: gpuFacts() }), embeddedWriter);
    expect(options).toMatchObject({ backend: 'cpu', whyCpu: { code: 'cpu.smallWriter' } });
  });

  test.each([
    ['there is no GPU', null, 'cpu.noGpu'],
    ['the CPU plays it', { isFallback: true }, 'cpu.softwareGpu'],
    ['it has no 16-bit numbers', { shaderF16: false }, 'cpu.noF16'],
    ['it is known to compute wrongly', { isCompatibility: true }, 'cpu.compatibilityGpu'],
  ] as const)('is the CPU where %s, and says so', (_, gpu, code) => {
    expect(choose(gpu)).toMatchObject({ backend: 'cpu', whyCpu: { code } });
  });

  test('is the CPU where WebAssembly cannot wait for a GPU, and says so', () => {
    const device = deviceFacts({ gpu: gpuFacts(), wasmFeatures: { ...wasmFeatures, jspi: false } });
    expect(chooseEngineOptions(device, large)).toMatchObject({
      backend: 'cpu',
      whyCpu: { code: 'cpu.noJspi' },
    });
    expect(chooseEngineOptions(device, { ...large, engine: 'webLlm' }).backend).toBe('gpu');
  });

  test('is the GPU for a compiled model, one text at a time', () => {
    expect(chooseEngineOptions(deviceFacts(), { ...large, engine: 'webLlm' })).toEqual({
      slots: 1,
      threads: 1,
      backend: 'gpu',
    });
  });
});
