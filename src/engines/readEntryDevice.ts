import type { EntryDevice } from './reviewEntry';
import { readGpu } from './shared/gpu/readGpu';

/** Asks the browser what decides whether a model can run here. Never throws. */
export async function readEntryDevice(): Promise<EntryDevice> {
  const { deviceMemory } = navigator as Navigator & { deviceMemory?: number };
  return { wasm: typeof WebAssembly === 'object', memoryGiB: deviceMemory ?? null, gpu: await readGpu() };
}
