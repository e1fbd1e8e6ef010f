import { wrap, type Remote } from 'comlink';
import { registerErrorTransfer } from '../../../src/bridge/errorTransfer';
import { connectWriter, startInference } from '../../../src/bridge/inference';
import type { TrialApi } from './trial';

registerErrorTransfer();

/** What a test drives: the engine itself inside a worker, and the writer as the app reaches it. */
const enginePage = {
  startTrial(): Remote<TrialApi> {
    return wrap<TrialApi>(new Worker(new URL('./trial.ts', import.meta.url), { type: 'module' }));
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
