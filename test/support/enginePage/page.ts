import { transfer, wrap, type Remote } from 'comlink';
import { registerErrorTransfer } from '../../../src/bridge/errorTransfer';
import { connectWriter } from '../../../src/bridge/connectWriter';
import { startInference } from '../../../src/bridge/inference';
import type { TrialApi } from './trial';

registerErrorTransfer();

/** What a test drives: the engine itself inside a worker, and the writer as the app reaches it. */
const enginePage = {
  startTrial(): Remote<TrialApi> {
    return wrap<TrialApi>(new Worker(new URL('./trial.ts', import.meta.url), { type: 'module' }));
  },
  /** A whole run in the trial's worker, its writer in another. */
  async run(document: string, threads: number) {
    const { port, stop } = await startInference(undefined, { slots: 8, threads });
    try {
      return await window.trial.run(document, transfer(port, [port]));
    } finally {
      stop();
    }
  },
  startInference,
  connectWriter,
};

declare global {
  interface Window {
    enginePage: typeof enginePage;
    trial: Remote<TrialApi>;
  }
}

window.enginePage = enginePage;
window.trial = enginePage.startTrial();
