import { isWrong } from '../problems/describe';
import { problem, type Problem } from '../problems/Problem';
import type { CatalogueEntry } from './CatalogueEntry';
import { whyProcessor } from './chooseEngineOptions';
import type { DeviceFacts } from './Engine';
import { engines } from './engines';

/** WebAssembly with 32-bit addresses reaches no further. */
const mostWasmBytes = 4 * 1024 ** 3;
/** What the system, the browser and the records need of the memory. */
const shareForOthers = 0.3;
/** Weights are read once a token: above this a processor writes only a few words a second. */
const slowAboveBytes = 1.2e9;

/** Said shortly beside each of many models; what an engine says of a device is for one writer at a time. */
const inShort: Partial<Record<Problem['code'], Problem['code']>> = {
  'device.noWebAssembly': 'fit.noWebAssembly',
  'device.weakWebAssembly': 'fit.weakWebAssembly',
  'gpu.none': 'fit.noGpu',
  'gpu.software': 'fit.softwareGpu',
  'gpu.limit': 'fit.weakGpu',
};

/** Why this model cannot run on this device (`wrong`), or runs badly (`caution`); empty when it should run well. */
export function reviewEntry(entry: CatalogueEntry, device: DeviceFacts): readonly Problem[] {
  const engine = engines.find(({ id }) => id === entry.engine);
  const ofEngine = engine?.review(device).find(isWrong);
  if (ofEngine !== undefined) return [problem(inShort[ofEngine.code] ?? ofEngine.code, '', ofEngine.values)];
  if (entry.needsF16 === true && device.gpu?.shaderF16 !== true) return [problem('fit.noF16')];

  const onProcessor = entry.engine === 'llamaCpp' && whyProcessor(device) !== undefined;
  const needed = inWords(entry.memoryBytes);
  if (onProcessor && entry.memoryBytes > mostWasmBytes)
    return [problem('fit.tooLargeForBrowser', '', { needed, most: inWords(mostWasmBytes) })];
  const { memoryGiB } = device;
  if (memoryGiB !== null && entry.memoryBytes > memoryGiB * 1024 ** 3 * (1 - shareForOthers))
    return [problem('fit.littleMemory', '', { needed, has: `${memoryGiB} GB` })];
  return onProcessor && entry.sizeBytes > slowAboveBytes ? [problem('fit.slow')] : [];
}

/** Why there is no room to bring it here; null when there is. */
export function reviewRoom(entry: CatalogueEntry, freeBytes: number): Problem | null {
  if (entry.sizeBytes <= freeBytes) return null;
  return problem('fit.noRoom', '', { needed: inWords(entry.sizeBytes), free: inWords(freeBytes) });
}

/** "2.4 GB", "145 MB". */
function inWords(bytes: number): string {
  const [size, unit] = bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  const digits = unit === 'MB' ? 3 : 2;
  return `${size.toLocaleString('en', { maximumSignificantDigits: digits })} ${unit}`;
}
