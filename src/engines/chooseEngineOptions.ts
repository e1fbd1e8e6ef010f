import type { DeviceFacts, EngineOptions } from './Engine';

const slots = 8;
const mostThreads = 4;

/** Eight cells at once cost a small model little more than one; past four threads they wait for each other. */
export function chooseEngineOptions(device: DeviceFacts): EngineOptions {
  const threads = device.threads ? Math.max(1, Math.min(mostThreads, Math.floor(device.cores) || 1)) : 1;
  return { slots, threads };
}
