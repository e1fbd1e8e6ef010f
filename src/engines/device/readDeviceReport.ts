import { jspi, memory64, relaxedSimd, simd, threads } from 'wasm-feature-detect';
import { readDevice } from '../readDevice';
import type { DeviceReport, WasmFeatures } from './DeviceReport';

const pagesPerMiB = 16;
/** The most that 32-bit addresses reach. */
const mostMiB = 4096;
const leastMiB = 64;

/** Asks the browser what this device can do. Never throws. */
export async function readDeviceReport(): Promise<DeviceReport> {
  const [facts, wasmFeatures] = await Promise.all([readDevice(), readWasm()]);
  return {
    ...facts,
    browser: navigator.userAgent,
    wasmFeatures,
    isolated: globalThis.crossOriginIsolated === true,
    wasmMemoryMiB: reservableMiB(),
  };
}

async function readWasm(): Promise<WasmFeatures> {
  if (typeof WebAssembly !== 'object') {
    return { simd: false, relaxedSimd: false, threads: false, memory64: false, jspi: false };
  }
  const [hasSimd, hasRelaxedSimd, hasThreads, hasMemory64, hasJspi] = await Promise.all(
    [simd(), relaxedSimd(), threads(), memory64(), jspi()].map((answer) => answer.catch(() => false)),
  );
  return {
    simd: hasSimd === true,
    relaxedSimd: hasRelaxedSimd === true,
    threads: hasThreads === true,
    memory64: hasMemory64 === true,
    jspi: hasJspi === true,
  };
}

/** Addresses are set aside and given back unused: nothing is filled. Halves what it asks for until it gets it. */
function reservableMiB(): number {
  if (typeof WebAssembly !== 'object') return 0;
  for (let size = mostMiB; size >= leastMiB; size /= 2) {
    try {
      new WebAssembly.Memory({ initial: 1, maximum: size * pagesPerMiB, shared: true });
      return size;
    } catch {
      // Too much, or no shared memory here: ask for less.
    }
  }
  return 0;
}
