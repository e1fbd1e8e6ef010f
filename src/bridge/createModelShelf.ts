import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { ModelsApi } from '../../workers/models';
import { ModelStore } from '../engines/store/ModelStore';
import type { StoredModel } from '../engines/store/StoredModel';
import { Failure } from '../problems/Failure';
import { registerErrorTransfer } from './errorTransfer';
import type { ModelShelf, Room } from './ModelShelf';

export function createModelShelf(): ModelShelf {
  registerErrorTransfer();
  const store = new ModelStore();
  return {
    list: () => store.list().catch(noneWhereRefused),
    room,
    async add(files, signal, onProgress) {
      const model = await withModels(signal, (api) => api.add(files, proxy(onProgress)));
      await askToPersist();
      return model;
    },
    verify: (id, signal, onProgress) => withModels(signal, (api) => api.verify(id, proxy(onProgress))),
    remove: (id) => store.remove(id),
    reviewRemoval: (id) => store.reviewRemoval(id),
    exportTo: (id, folder, signal, onProgress) =>
      withModels(signal, (api) => api.exportTo(id, folder, proxy(onProgress))),
    exportZip,
  };
}

/** A model is costly to bring again: the browser is asked not to clear it. It may say no, and only a page may ask. */
export async function askToPersist(): Promise<void> {
  await navigator.storage.persist().catch(() => false);
}

export interface StartedModels {
  readonly api: Remote<ModelsApi>;
  /** Rejects when the worker ends by itself. */
  readonly broken: Promise<never>;
  end(): void;
}

export function startModels(): StartedModels {
  const worker = new Worker(new URL('../../workers/models.ts', import.meta.url), {
    type: 'module',
    name: 'models',
  });
  const api = wrap<ModelsApi>(worker);
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) =>
      reject(new Failure('device.modelsEnded', {}, { cause: event })),
    );
  });
  broken.catch(() => undefined);
  return {
    api,
    broken,
    end() {
      api[releaseProxy]();
      worker.terminate();
    },
  };
}

/** Where the browser keeps no files for this page, none of them is a model. */
function noneWhereRefused(cause: unknown): readonly StoredModel[] {
  if (cause instanceof Failure && cause.problem.code === 'model.noFiles') return [];
  throw cause;
}

async function room(): Promise<Room> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  const persisted = await navigator.storage.persisted();
  return { usedBytes: usage, freeBytes: Math.max(0, quota - usage), persisted };
}

/** The worker ends with its job, or as soon as that is stopped. */
async function withModels<Result>(
  signal: AbortSignal,
  job: (api: Remote<ModelsApi>) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  const models = startModels();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  try {
    return await Promise.race([job(models.api), models.broken, aborted]);
  } finally {
    models.end();
  }
}

/** The worker makes the next part only when the reader asks for it. */
function exportZip(id: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  const models = startModels();
  const next = models.api.openZip(id);
  next.catch(() => undefined);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const stop = (): void => {
          models.end();
          controller.error(signal.reason);
        };
        if (signal.aborted) stop();
        signal.addEventListener('abort', stop, { once: true });
      },
      async pull(controller) {
        try {
          const part = await Promise.race([next.then((more) => more()), models.broken]);
          if (part !== null) return controller.enqueue(part);
          controller.close();
        } catch (cause) {
          controller.error(cause);
        }
        models.end();
      },
      cancel: () => models.end(),
    },
    { highWaterMark: 1 },
  );
}
