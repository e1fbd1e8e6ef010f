import type { DeviceFacts } from './Engine';

/** What this page or worker can do, asked of the browser. */
export function readDevice(): DeviceFacts {
  return {
    wasm: typeof WebAssembly === 'object',
    threads: globalThis.crossOriginIsolated === true && typeof SharedArrayBuffer === 'function',
    webGpu: 'gpu' in navigator,
    cores: navigator.hardwareConcurrency || 1,
  };
}
