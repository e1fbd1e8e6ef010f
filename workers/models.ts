import { expose, proxy, transfer } from 'comlink';
import { registerErrorTransfer } from '../src/bridge/errorTransfer';
import { holdLifeline } from '../src/bridge/lifeline';
import { pace } from '../src/bridge/pace';
import { transportThrough, type PageTransport } from '../src/bridge/pageTransport';
import type { CatalogueEntry, ModelHost } from '../src/engines/CatalogueEntry';
import { downloadModel } from '../src/engines/store/download/downloadModel';
import type { DownloadProgress } from '../src/engines/store/download/DownloadProgress';
import { exportToFolder } from '../src/engines/store/export/exportModel';
import { ModelStore } from '../src/engines/store/ModelStore';
import { sideLoad } from '../src/engines/store/sideload/sideLoad';
import type { StoredModel, Verification } from '../src/engines/store/StoredModel';

registerErrorTransfer();

const store = new ModelStore();
const stop = new AbortController();

/** One job a worker. All but a download are stopped by ending it. */
const api = {
  /** Answers as long as this worker lives. */
  live: () => true,
  lifeline: holdLifeline,

  add: (files: readonly File[], onProgress: (share: number) => void): Promise<StoredModel> =>
    sideLoad(store, files, stop.signal, onProgress),

  verify: (id: string, onProgress: (share: number) => void): Promise<Verification> =>
    store.use(id, { kind: 'verify' }, () => store.verify(id, stop.signal, onProgress)),

  exportTo: (id: string, folder: FileSystemDirectoryHandle, onProgress: (share: number) => void) =>
    store.use(id, { kind: 'export' }, () => exportToFolder(store, id, folder, stop.signal, onProgress)),

  /** The next part of the zip each time it is asked, null at the end. */
  async openZip(id: string): Promise<() => Promise<Uint8Array<ArrayBuffer> | null>> {
    const { exportZip } = await import('../src/engines/store/zip/exportZip');
    let finish = (): void => undefined;
    const used = store.use(id, { kind: 'export' }, () => new Promise<void>((done) => (finish = done)));
    const reader = (await exportZip(store, id, stop.signal)).getReader();
    return proxy(async () => {
      const { done, value } = await reader.read();
      if (!done) return transfer(value, [value.buffer]);
      finish();
      // Whoever has the whole zip may remove the model at once.
      await used;
      return null;
    });
  },

  download: (
    entry: CatalogueEntry,
    hosts: readonly ModelHost[],
    page: PageTransport,
    onProgress: (progress: DownloadProgress) => void,
  ): Promise<DownloadProgress> =>
    downloadModel(store, entry, { transport: transportThrough(page), pace, hosts }, stop.signal, onProgress),

  stop: (reason: 'paused' | 'cancelled'): void => stop.abort(reason),
};

export type ModelsApi = typeof api;

expose(api);
