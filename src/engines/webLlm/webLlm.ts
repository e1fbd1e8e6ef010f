import { problem } from '../../problems/Problem';
import type { Engine } from '../Engine';
import { everySecond } from '../shared/everySecond';
import { readGpu } from '../shared/gpu/readGpu';
import { reviewGpu } from './reviewGpu';

/** MLC's compiled models on the GPU, one text at a time. */
export const webLlm: Engine = {
  id: 'webLlm',
  label: 'WebLLM',
  findsFiles: true,

  review(device) {
    return device.wasm ? reviewGpu(device.gpu) : [problem('device.noWebAssembly')];
  },

  async load(card, _files, options, signal) {
    const [{ loadMlc }, { readMlcFolder }, gpu] = await Promise.all([
      import('./loadMlc'),
      import('./readMlcFolder'),
      readGpu(),
    ]);
    return loadMlc(card, options, signal, {
      gpu,
      readFolder: (id, model) => readMlcFolder(id, model, self.location.origin),
      startWorker: () =>
        new Worker(new URL('../../../workers/webLlm.ts', import.meta.url), {
          type: 'module',
          name: 'webLlm',
        }),
      ticker: everySecond,
    });
  },
};
