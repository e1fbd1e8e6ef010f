import type { DeviceFacts, EngineOptions } from './Engine';

const slots = 8;
const mostThreads = 4;

/**
 * Eight cells at once cost a small model little more than one. One core stays free for the page: threads wait for
 * each other at every step, so a single one without a core of its own holds up all.
 */
export function chooseEngineOptions(device: DeviceFacts): EngineOptions {
  const free = Math.floor(device.cores) - 1 || 1;
  return { slots, threads: device.threads ? Math.max(1, Math.min(mostThreads, free)) : 1 };
}
