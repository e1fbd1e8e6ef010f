import { releaseProxy, transfer, wrap } from 'comlink';
import type { InferenceApi } from '../../workers/inference';
import type { EngineOptions, LoadedFacts, ModelCard, Writer } from '../engines/Engine';
import { embeddedWriter } from '../engines/models';
import { Failure } from '../problems/Failure';
import { goodbye } from './goodbye';
import type { WriterApi } from './serveWriter';

/** How long a worker may take to hang up before it is terminated anyway. */
const hangUpMs = 300;

export interface Inference {
  /** For `connectWriter`, in whatever worker does the asking. */
  readonly port: MessagePort;
  readonly facts: LoadedFacts;
  /** Ends the engine at once; what is still asked of it rejects. Asking again changes nothing. */
  stop(): void;
}

/** Starts a worker with a model in it. Call `registerErrorTransfer` first. */
export async function startInference(
  card: ModelCard = embeddedWriter,
  options: Partial<EngineOptions> = {},
): Promise<Inference> {
  const worker = new Worker(new URL('../../workers/inference.ts', import.meta.url), {
    type: 'module',
    name: 'inference',
  });
  const api = wrap<InferenceApi>(worker);
  const { port1, port2 } = new MessageChannel();
  const terminate = (): void => {
    api[releaseProxy]();
    worker.terminate();
  };
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) =>
      reject(new Failure('device.writerEnded', {}, { cause: event })),
    );
  });
  try {
    const facts = await Promise.race([api.start(card, transfer(port1, [port1]), options), broken]);
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

/** The writer at the other end of a port. A signal does not cross, so an abort is sent as a message and answered here. */
export async function connectWriter(port: MessagePort): Promise<Writer> {
  const api = wrap<WriterApi>(port);
  let next = 0;
  const gone = new Promise<never>((_, reject) => {
    const hangUp = (): void => reject(new Failure('device.writerEnded'));
    port.addEventListener('close', hangUp);
    port.addEventListener('message', ({ data }) => {
      if (data === goodbye) hangUp();
    });
  });
  gone.catch(() => undefined);

  const ask = async <Answer>(
    signal: AbortSignal,
    send: (cell: number) => Promise<Answer>,
  ): Promise<Answer> => {
    if (signal.aborted) throw cancelled();
    const cell = next++;
    let onAbort = (): void => undefined;
    const aborted = new Promise<never>((_, reject) => {
      onAbort = () => {
        void api.cancel(cell);
        reject(cancelled());
      };
      signal.addEventListener('abort', onAbort, { once: true });
    });
    const answer = send(cell);
    answer.catch(() => undefined);
    try {
      return await Promise.race([answer, aborted, gone]);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  };

  return {
    facts: await Promise.race([api.facts(), gone]),
    write: (task, seed, signal) => ask(signal, (cell) => api.write(cell, task, seed)),
    score: (task, signal) => ask(signal, (cell) => api.score(cell, task)),
  };
}

function cancelled(): DOMException {
  return new DOMException('The cell was cancelled.', 'AbortError');
}
