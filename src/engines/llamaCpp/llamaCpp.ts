import { problem } from '../../problems/Problem';
import type { DeviceFacts, Engine } from '../Engine';

/** What the library is compiled to, and cannot do without. It shares memory, too, which all have that have these. */
const needed = { memory64: '64-bit memory', exceptions: 'exceptions', simd: 'SIMD' } as const;

/** llama.cpp in WebAssembly: with or without threads, in browsers whose WebAssembly has 64-bit memory. */
export const llamaCpp: Engine = {
  id: 'llamaCpp',
  label: 'llama.cpp',

  review(device) {
    if (!device.wasm) return [problem('device.noWebAssembly')];
    const missing = missingFrom(device);
    if (missing !== '') return [problem('device.weakWebAssembly', '', { missing })];
    if (!device.threads) return [problem('device.oneThread')];
    return [];
  },

  async load(card, files, options, signal) {
    const { loadLlama } = await import('./loadLlama');
    return loadLlama(card, files, options, signal);
  },
};

function missingFrom({ wasmFeatures }: DeviceFacts): string {
  const names = Object.keys(needed) as (keyof typeof needed)[];
  return names
    .filter((name) => !wasmFeatures[name])
    .map((name) => needed[name])
    .join(', ');
}
