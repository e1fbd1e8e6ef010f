import type { DeviceFacts } from './Engine';
import { readGpu } from './shared/gpu/readGpu';
import { readWasm } from './shared/wasm/readWasm';

/** What this page or worker can do, asked of the browser. Never throws. */
export async function readDevice(): Promise<DeviceFacts> {
  const { deviceMemory } = navigator as Navigator & { deviceMemory?: number };
  const [wasmFeatures, gpu] = await Promise.all([readWasm(), readGpu()]);
  return {
    wasm: typeof WebAssembly === 'object',
    wasmFeatures,
    threads: globalThis.crossOriginIsolated === true && typeof SharedArrayBuffer === 'function',
    cores: navigator.hardwareConcurrency || 1,
    memoryGiB: deviceMemory ?? null,
    gpu,
  };
}
