import type { DeviceReport } from '../../src/engines/device/DeviceReport';
import type { GpuFacts } from '../../src/engines/shared/gpu/GpuFacts';

/** An ordinary laptop without a GPU that the browser would let be used. */
export function deviceReport(change: Partial<DeviceReport> = {}): DeviceReport {
  return {
    browser:
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36',
    gpu: null,
    wasm: { simd: true, relaxedSimd: true, threads: true, memory64: true, jspi: true },
    cores: 8,
    memoryGiB: 8,
    isolated: true,
    wasmMemoryMiB: 4096,
    ...change,
  };
}

/** A graphics card that can run everything. */
export function gpuFacts(change: Partial<GpuFacts> = {}): GpuFacts {
  return {
    vendor: 'nvidia',
    architecture: 'ampere',
    device: '',
    description: 'NVIDIA GeForce RTX 3060',
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
    ...change,
  };
}
