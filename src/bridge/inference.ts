import { releaseProxy, transfer, wrap } from 'comlink';
import type { InferenceApi } from '../../workers/inference';
import type { LoadedFacts, ModelCard } from '../engines/Engine';
import { embeddedWriter } from '../engines/models';
import type { OpenOptions } from '../engines/openWriter';
import { unlessLost } from './watchWorker';

/** Seconds without a sign of life while it loads: checking and widening the weights keeps it from answering for a while. */
export const loadingPatienceSeconds = 60;

/** How long a worker may take to hang up before it is terminated anyway. */
const hangUpMs = 300;

export interface Inference {
  /** For `connectWriter`, in whatever worker does the asking. */
  readonly port: MessagePort;
  readonly facts: LoadedFacts;
  /** Ends the engine at once; what is still asked of it rejects. Asking again changes nothing. */
  stop(): void;
}

/** A worker for models, with none in it yet. */
export function startInferenceWorker(): Worker {
  return new Worker(new URL('../../workers/inference.ts', import.meta.url), {
    type: 'module',
    name: 'inference',
  });
}

/** Starts a worker with a model in it. Call `registerErrorTransfer` first. */
export async function startInference(
  card: ModelCard = embeddedWriter,
  options: OpenOptions = {},
): Promise<Inference> {
  const worker = startInferenceWorker();
  const api = wrap<InferenceApi>(worker);
  const { port1, port2 } = new MessageChannel();
  const terminate = (): void => {
    api[releaseProxy]();
    worker.terminate();
  };
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', reject);
  });
  try {
    const facts = await unlessLost({ api, broken }, loadingPatienceSeconds, 'device.writerEnded', () =>
      api.start(card, transfer(port1, [port1]), options),
    );
    let stopped = false;
    const stop = (): void => {
      if (stopped) return;
      stopped = true;
      const timer = setTimeout(terminate, hangUpMs);
      void api.hangUp().then(() => {
        clearTimeout(timer);
        terminate();
      });
    };
    return { port: port2, facts, stop };
  } catch (cause) {
    terminate();
    throw cause;
  }
}
