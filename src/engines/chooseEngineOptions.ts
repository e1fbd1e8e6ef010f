import type { DeviceFacts, EngineOptions } from './Engine';

const mostThreads = 4;
/** Texts at once by the size of the model, MiB: each needs memory of its own. */
const slotsUpTo = [
  [64, 8],
  [700, 4],
  [Infinity, 2],
] as const;

/**
 * Eight cells at once cost a small model little more than one. One core stays free for the page: threads wait for
 * each other at every step, so a single one without a core of its own holds up all.
 */
export function chooseEngineOptions(device: DeviceFacts, sizeBytes: number): EngineOptions {
  const [, slots] = slotsUpTo.find(([mebibytes]) => sizeBytes <= mebibytes * 1024 ** 2) ?? slotsUpTo[2];
  const free = Math.floor(device.cores) - 1 || 1;
  return { slots, threads: device.threads ? Math.max(1, Math.min(mostThreads, free)) : 1 };
}
