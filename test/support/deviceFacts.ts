import type { DeviceFacts } from '../../src/engines/Engine';
import type { GpuFacts, GpuLimits } from '../../src/engines/shared/gpu/GpuFacts';

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

/** A computer with four cores, isolated and without a GPU, with these differences. */
export function deviceFacts(other: Partial<DeviceFacts> = {}): DeviceFacts {
  return { wasm: true, threads: true, cores: 4, memoryGiB: 8, gpu: null, ...other };
}
