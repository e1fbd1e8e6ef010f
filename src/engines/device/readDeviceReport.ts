import { readDevice } from '../readDevice';
import type { DeviceReport } from './DeviceReport';

const pagesPerMiB = 16;
/** The most that 32-bit addresses reach. */
const mostMiB = 4096;
const leastMiB = 64;

/** Asks the browser what this device can do. Never throws. */
export async function readDeviceReport(): Promise<DeviceReport> {
  return {
    ...(await readDevice()),
    browser: navigator.userAgent,
    isolated: globalThis.crossOriginIsolated === true,
    wasmMemoryMiB: reservableMiB(),
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
