import { proxy } from 'comlink';
import type { ModelHost } from '../engines/CatalogueEntry';
import { discardDownload, downloadLock } from '../engines/store/download/downloadModel';
import type { DownloadProgress } from '../engines/store/download/DownloadProgress';
import { emptyProgress } from '../engines/store/download/ProgressMeter';
import { unfinishedDownloads } from '../engines/store/download/unfinishedDownloads';
import { ModelStore } from '../engines/store/ModelStore';
import { Failure } from '../problems/Failure';
import { problem } from '../problems/Problem';
import { askToPersist, startModels, whileItLives } from './createModelShelf';
import { registerErrorTransfer } from './errorTransfer';
import type { DownloadControl, Downloads } from './ModelShelf';
import { createPageTransport } from './pageTransport';

/** How long a download may take to put things down before its worker is ended; what is written stays all the same. */
const stopMs = 800;

const stopped = { bytesPerSecond: 0, waitMs: 0, problem: null } as const;

/** Downloads from these hosts, as far as the policy of the page allows. */
export function createDownloads(hosts: readonly ModelHost[]): Downloads {
  registerErrorTransfer();
  const store = new ModelStore();
  return {
    unfinished: () => unfinishedDownloads(store),
    discard: (entry) => discardDownload(store, entry),

    start(entry, onProgress): DownloadControl {
      const models = startModels();
      let last = emptyProgress(entry.id);
      const note = (progress: DownloadProgress): void => {
        last = progress;
        onProgress(progress);
      };
      let endEarly: (phase: 'paused' | 'cancelled') => void = () => undefined;
      const ended = new Promise<DownloadProgress>((resolve) => {
        endEarly = (phase) => resolve({ ...last, ...stopped, phase });
      });
      const download = async (): Promise<DownloadProgress> => {
        await askToPersist();
        return whileItLives(models, () =>
          models.api.download(entry, hosts, proxy(createPageTransport()), proxy(note)),
        );
      };
      const finished = Promise.race([download(), ended])
        .catch((cause: unknown) => ({ ...last, ...stopped, ...failure(cause, entry.name) }))
        .finally(() => models.end());
      const stop = async (reason: 'paused' | 'cancelled'): Promise<void> => {
        const timer = setTimeout(() => endEarly(reason), stopMs);
        void models.api.stop(reason).catch(() => undefined);
        await finished;
        clearTimeout(timer);
        if (reason !== 'cancelled') return;
        // A worker that was ended in the middle lets go of its lock a moment later.
        await store.disk.inTurn(downloadLock(entry.id), () => Promise.resolve());
        await discardDownload(store, entry.id);
      };
      return { finished, pause: () => stop('paused'), cancel: () => stop('cancelled') };
    },
  };
}

function failure(cause: unknown, file: string): Pick<DownloadProgress, 'phase' | 'problem'> {
  if (cause instanceof Failure) return { phase: 'failed', problem: cause.problem };
  const reason = cause instanceof Error ? cause.message : String(cause);
  return { phase: 'failed', problem: problem('download.unexpected', '', { file, reason }) };
}
