import { proxy, type Remote } from 'comlink';
import type { ModelsApi } from '../../workers/models';
import { copyLock, ModelStore } from '../engines/store/ModelStore';
import type { StoredModel } from '../engines/store/StoredModel';
import { sweep } from '../engines/store/sweep';
import { Failure } from '../problems/Failure';
import { registerErrorTransfer } from './errorTransfer';
import type { ModelShelf, Room } from './ModelShelf';
import { start, unlessStopped, type Started } from './Started';
import { unlessLost } from './watchWorker';

/** Seconds without a sign of life: unpacking and reading lists can keep a worker from answering for a while. */
const patienceSeconds = 60;

export function createModelShelf(): ModelShelf {
  registerErrorTransfer();
  const store = new ModelStore();
  return {
    list: () => store.list().catch(noneWhereRefused),
    room,
    async add(files, signal, onProgress) {
      try {
        const model = await withModels(signal, (api) => api.add(files, proxy(onProgress)));
        await askToPersist();
        return model;
      } catch (cause) {
        // A worker that was ended leaves what it had copied.
        void store.disk.inTurn(copyLock, () => sweep(store)).catch(() => undefined);
        throw cause;
      }
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

export const startModels = (): Started<ModelsApi> =>
  start(new Worker(new URL('../../workers/models.ts', import.meta.url), { type: 'module', name: 'models' }));

/** Waits for a job of the worker; rejects with the Failure `device.modelsEnded` when that is gone, however it went. */
export function whileItLives<Result>(
  models: Started<ModelsApi>,
  job: () => Promise<Result>,
): Promise<Result> {
  return unlessLost(models, patienceSeconds, 'device.modelsEnded', job);
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
  return unlessStopped(signal, () => whileItLives(models, () => job(models.api)), models.end);
}

/** The worker makes the next part only when the reader asks for it. */
function exportZip(id: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  const models = startModels();
  const next = models.api.openZip(id);
  next.catch(() => undefined);
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const whole = whileItLives(models, () => finished);
        unlessStopped(signal, () => whole, models.end).catch((cause: unknown) => controller.error(cause));
      },
      async pull(controller) {
        try {
          const part = await next.then((more) => more());
          if (part !== null) return controller.enqueue(part);
          controller.close();
        } catch (cause) {
          controller.error(cause);
        }
        finish();
      },
      cancel: finish,
    },
    { highWaterMark: 1 },
  );
}
