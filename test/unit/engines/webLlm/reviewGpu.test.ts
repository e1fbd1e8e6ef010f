import { describe, expect, test } from 'vitest';
import { mostTensorBytes, reviewGpu } from '../../../../src/engines/webLlm/reviewGpu';
import { f32Twin, needsF16, reviewFolder } from '../../../../src/engines/webLlm/reviewFolder';
import { gpuFacts } from '../../../support/deviceFacts';
import { mlcFolder } from '../../../support/mlcFolder';

const mebibyte = 1024 * 1024;
const { limits } = gpuFacts();
const codes = (gpu: Parameters<typeof reviewGpu>[0]): string[] => reviewGpu(gpu).map(({ code }) => code);

describe('the review of a GPU', () => {
  test('finds nothing wrong with a recent one', () => expect(codes(gpuFacts())).toEqual([]));
  test('refuses none, and one that the CPU plays', () => {
    expect(codes(null)).toEqual(['gpu.none']);
    expect(codes(gpuFacts({ isFallback: true, architecture: 'swiftshader' }))).toEqual(['gpu.software']);
  });
  test('warns of one that computes wrongly', () => {
    expect(codes(gpuFacts({ isCompatibility: true }))).toEqual(['gpu.compatibility']);
  });
  test('refuses one below what the library asks for, and names the limit', () => {
    const [found] = reviewGpu(gpuFacts({ limits: { ...limits, maxStorageBuffersPerShaderStage: 8 } }));
    expect(found).toMatchObject({
      code: 'gpu.limit',
      values: { limit: 'maxStorageBuffersPerShaderStage', has: 8, needs: 10 },
    });
  });
  test('allows the largest piece that the library asks the GPU for: a GiB or the least there is', () => {
    expect(mostTensorBytes(gpuFacts()) / mebibyte).toBe(1024);
    const half = { ...limits, maxStorageBufferBindingSize: 512 * mebibyte };
    expect(mostTensorBytes(gpuFacts({ limits: half })) / mebibyte).toBe(128);
  });
});

describe('the review of a model', () => {
  test.each([
    ['Qwen3-0.6B-q4f16_1_cs1k-webgpu.wasm', 'Qwen3-0.6B-q4f32_1-MLC'],
    ['Llama-3.2-1B-Instruct-q4f16_1-ctx4k_cs1k-webgpu.wasm', 'Llama-3.2-1B-Instruct-q4f32_1-MLC'],
    ['SmolLM2-360M-Instruct-q0f16-MLC', 'SmolLM2-360M-Instruct-q0f32-MLC'],
  ])('the twin of %s is %s', (name, twin) => expect(f32Twin(name)).toBe(twin));

  test('knows 16-bit models by what they say, else by the name of their library', () => {
    const { config } = mlcFolder();
    const { quantization: _, ...silent } = config;
    expect(needsF16({ config, libraryName: 'x-q4f16_1.wasm' })).toBe(false);
    expect(needsF16({ config: silent, libraryName: 'x-q4f16_1.wasm' })).toBe(true);
  });

  test('lets a 32-bit model run where there are no 16-bit numbers', () => {
    expect(() => reviewFolder(mlcFolder(), gpuFacts({ shaderF16: false }), 'Tiny')).not.toThrow();
  });

  test('says which writer to bring instead', () => {
    const folder = mlcFolder({
      config: { ...mlcFolder().config, quantization: 'q4f16_1' },
      libraryName: 'Qwen3-0.6B-q4f16_1_cs1k-webgpu.wasm',
    });
    expect(() => reviewFolder(folder, gpuFacts({ shaderF16: false }), 'Qwen3 0.6B')).toThrow(
      'Bring “Qwen3-0.6B-q4f32_1-MLC”',
    );
  });
});
