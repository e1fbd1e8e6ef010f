import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { StableFacts } from './DeviceReport';

/**
 * Names this device by what decides how a writer runs on it: another version of the browser or another GPU is another
 * device, and asks for a new check. Made of the facts on the device screen only and never sent anywhere.
 */
export function deviceFingerprint(facts: StableFacts): string {
  const { browser, gpu, wasmFeatures, cores, memoryGiB, isolated, threads } = facts;
  const stable = inOrder({ browser, gpu, wasmFeatures, cores, memoryGiB, isolated, threads });
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(stable))));
}

/** The same facts in one order, whatever order the browser gave them in. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part)]));
}
