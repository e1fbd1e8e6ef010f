import { problem, type Problem } from '../problems/Problem';
import type { CatalogueEntry } from './CatalogueEntry';
import type { GpuFacts } from './shared/gpu/GpuFacts';

/** What decides whether a model can run here. */
export interface EntryDevice {
  readonly wasm: boolean;
  /** GiB, rounded and capped by the browser; null where it does not say. */
  readonly memoryGiB: number | null;
  /** Null where there is none that the browser would let be used. */
  readonly gpu: GpuFacts | null;
}

/** WebAssembly with 32-bit addresses reaches no further. */
const mostWasmBytes = 4 * 1024 ** 3;
/** What the system, the browser and the records need of the memory. */
const shareForOthers = 0.3;
/** Weights read once a token: above this a processor writes only a few words a second. */
const slowAboveBytes = 1.2e9;

/** Why this model cannot run on this device (`wrong`), or runs badly (`caution`); empty when it should run well. */
export function reviewEntry(entry: CatalogueEntry, device: EntryDevice): readonly Problem[] {
  const problems = entry.engine === 'webLlm' ? onGpu(entry, device.gpu) : onProcessor(entry, device.wasm);
  const { memoryGiB } = device;
  const tight = memoryGiB !== null && entry.memoryBytes > memoryGiB * 1024 ** 3 * (1 - shareForOthers);
  if (tight && !problems.some(({ code }) => code !== 'fit.slow'))
    return [
      problem('fit.littleMemory', '', { needed: gigabytes(entry.memoryBytes), has: `${memoryGiB} GB` }),
    ];
  return problems;
}

/** Why there is no room to bring it here; null when there is. */
export function reviewRoom(entry: CatalogueEntry, freeBytes: number): Problem | null {
  if (entry.sizeBytes <= freeBytes) return null;
  return problem('fit.noRoom', '', { needed: gigabytes(entry.sizeBytes), free: gigabytes(freeBytes) });
}

function onProcessor(entry: CatalogueEntry, wasm: boolean): Problem[] {
  if (!wasm) return [problem('fit.noWebAssembly')];
  if (entry.memoryBytes > mostWasmBytes) {
    const values = { needed: gigabytes(entry.memoryBytes), most: gigabytes(mostWasmBytes) };
    return [problem('fit.tooLargeForBrowser', '', values)];
  }
  return entry.sizeBytes > slowAboveBytes ? [problem('fit.slow')] : [];
}

function onGpu(entry: CatalogueEntry, gpu: GpuFacts | null): Problem[] {
  if (gpu === null) return [problem('fit.noGpu')];
  if (gpu.isFallback) return [problem('fit.softwareGpu')];
  return entry.needsF16 === true && !gpu.shaderF16 ? [problem('fit.noF16')] : [];
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toLocaleString('en', { maximumSignificantDigits: 2 })} GB`;
}
