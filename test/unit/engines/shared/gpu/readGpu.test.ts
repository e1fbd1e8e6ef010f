import { afterEach, describe, expect, test, vi } from 'vitest';
import { readGpu } from '../../../../../src/engines/shared/gpu/readGpu';

const limits = {
  maxBufferSize: 2 ** 31,
  maxStorageBufferBindingSize: 2 ** 30,
  maxStorageBuffersPerShaderStage: 10,
  maxComputeWorkgroupStorageSize: 32_768,
  maxComputeInvocationsPerWorkgroup: 256,
};

/** A browser's GPU that answers with this adapter. */
function gpuWith(info: Partial<GPUAdapterInfo>, features: readonly string[] = []): GPU {
  const adapter = { info, features: new Set(features), limits: { ...limits, maxBindGroups: 4 } };
  return { requestAdapter: () => Promise.resolve(adapter) } as unknown as GPU;
}

afterEach(() => vi.useRealTimers());

describe('readGpu', () => {
  test('tells what the adapter says, and of its limits those that matter', async () => {
    const info = {
      vendor: 'nvidia',
      architecture: 'ampere',
      device: '',
      description: 'RTX',
      isFallbackAdapter: false,
    };
    expect(await readGpu(gpuWith(info, ['shader-f16', 'subgroups', 'timestamp-query']))).toEqual({
      vendor: 'nvidia',
      architecture: 'ampere',
      device: '',
      description: 'RTX',
      isFallback: false,
      isCompatibility: false,
      shaderF16: true,
      subgroups: true,
      limits,
    });
  });

  test('takes a browser that keeps everything to itself', async () => {
    const facts = await readGpu(gpuWith({}));
    expect(facts).toMatchObject({ vendor: '', description: '', isFallback: false, shaderF16: false });
  });

  test.each([
    { isFallbackAdapter: true },
    { architecture: 'swiftshader' },
    { description: 'llvmpipe (LLVM 15.0)' },
  ])('knows the software GPU %o', async (info) => {
    expect((await readGpu(gpuWith(info)))?.isFallback).toBe(true);
  });

  test('knows an adapter of the compatibility mode', async () => {
    const facts = await readGpu(gpuWith({ description: 'ANGLE (Intel, OpenGL ES 3.1 Mesa)' }));
    expect(facts?.isCompatibility).toBe(true);
  });

  test('finds none where there is none, where asking fails and where nobody answers', async () => {
    expect(await readGpu(null)).toBeNull();
    expect(await readGpu({ requestAdapter: () => Promise.resolve(null) } as unknown as GPU)).toBeNull();
    expect(
      await readGpu({ requestAdapter: () => Promise.reject(new Error('blocked')) } as unknown as GPU),
    ).toBeNull();
    const throwing = {
      requestAdapter() {
        throw new TypeError('not here');
      },
    };
    expect(await readGpu(throwing as unknown as GPU)).toBeNull();

    vi.useFakeTimers();
    const silent = readGpu({ requestAdapter: () => new Promise(() => undefined) } as unknown as GPU);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await silent).toBeNull();
  });
});
