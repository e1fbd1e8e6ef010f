import { problem, type Problem } from '../../problems/Problem';
import type { Engine, ModelCard } from '../Engine';
import type { DeviceReport } from './DeviceReport';

/** What an engine takes beside the weights, and for each byte of them: attention memory and work space. */
const spareBytes = 200 * 1024 ** 2;
const bytesPerByte = 1.2;
/** What the system, the browser and the records need of the memory. */
const shareForOthers = 0.3;

/** What this device has against a model before it is tried: no engine for it, or too little memory. */
export function reviewModel(
  card: ModelCard,
  engine: Engine | undefined,
  device: DeviceReport,
): readonly Problem[] {
  const found = engine?.review(device) ?? [];
  const bytes = card.sizeBytes * bytesPerByte + spareBytes;
  const needed = gigabytes(bytes);
  const wasmBytes = device.wasmMemoryMiB * 1024 ** 2;
  if (device.wasm && card.engine === 'llamaCpp' && bytes > wasmBytes) {
    return [...found, problem('fit.tooLargeForBrowser', '', { needed, most: gigabytes(wasmBytes) })];
  }
  const { memoryGiB } = device;
  if (memoryGiB === null || bytes <= memoryGiB * 1024 ** 3 * (1 - shareForOthers)) return found;
  return [...found, problem('fit.littleMemory', '', { needed, has: `${memoryGiB} GB` })];
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toLocaleString('en', { maximumSignificantDigits: 2 })} GB`;
}
