import { releaseProxy, transfer, wrap } from 'comlink';
import type { InferenceApi } from '../../workers/inference';
import type { LoadedFacts, ModelCard } from '../engines/Engine';
import { embeddedWriter } from '../engines/models';
import type { OpenOptions } from '../engines/openWriter';
import { Failure } from '../problems/Failure';
import { watchWorker } from './watchWorker';

/** Seconds without a sign of life while it loads: checking and widening the weights keeps it from answering for a while. */
const patienceSeconds = 60;

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
  const watch = watchWorker(api, broken, patienceSeconds);
  const lost = watch.lost.catch((cause: unknown) => {
    throw new Failure('device.writerEnded', {}, { cause });
  });
  try {
    const facts = await Promise.race([api.start(card, transfer(port1, [port1]), options), lost]);
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
  } finally {
    watch.stop();
  }
}
