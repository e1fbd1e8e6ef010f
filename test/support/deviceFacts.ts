import type { DeviceFacts } from '../../src/engines/Engine';
import type { GpuFacts, GpuLimits } from '../../src/engines/shared/gpu/GpuFacts';
import type { WasmFeatures } from '../../src/engines/shared/wasm/WasmFeatures';

const limits: GpuLimits = {
  maxBufferSize: 2 ** 32,
  maxStorageBufferBindingSize: 2 ** 31,
  maxStorageBuffersPerShaderStage: 10,
  maxComputeWorkgroupStorageSize: 32_768,
  maxComputeInvocationsPerWorkgroup: 1024,
};

/** A recent graphics card, with these differences. */
export function gpuFacts(other: Partial<GpuFacts> = {}): GpuFacts {
  return {
    vendor: 'nvidia',
    architecture: 'ampere',
    device: '',
    description: '',
    isFallback: false,
    isCompatibility: false,
    shaderF16: true,
    subgroups: true,
    ...other,
    limits: { ...limits, ...other.limits },
  };
}

/** Of a recent browser, on an isolated page. */
export const wasmFeatures: WasmFeatures = {
  simd: true,
  relaxedSimd: true,
  threads: true,
  memory64: true,
  exceptions: true,
  jspi: true,
};

/** A computer with four cores, isolated and without a GPU, with these differences. */
export function deviceFacts(other: Partial<DeviceFacts> = {}): DeviceFacts {
  return { wasm: true, wasmFeatures, threads: true, cores: 4, memoryGiB: 8, gpu: null, ...other };
}
