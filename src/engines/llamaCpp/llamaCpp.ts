import { problem } from '../../problems/Problem';
import type { Engine } from '../Engine';

/** llama.cpp in WebAssembly: runs on any recent desktop browser, with or without threads. */
export const llamaCpp: Engine = {
  id: 'llamaCpp',
  label: 'llama.cpp',

  review(device) {
    if (!device.wasm) return [problem('device.noWebAssembly')];
    if (!device.threads) return [problem('device.oneThread')];
    return [];
  },

  async load(card, files, options, signal) {
    const { loadLlama } = await import('./loadLlama');
    return loadLlama(card, files, options, signal);
  },
};
