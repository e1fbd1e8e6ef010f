import type { ModelStore } from '../ModelStore';
import { DownloadFolder } from './DownloadFolder';
import { downloadLock } from './downloadModel';
import type { DownloadProgress } from './DownloadProgress';
import { emptyProgress } from './ProgressMeter';

/** Downloads that were begun and are not done; `downloading` where some window is at it. */
export async function unfinishedDownloads(store: ModelStore): Promise<readonly DownloadProgress[]> {
  const all: DownloadProgress[] = [];
  const held = await store.disk.heldLocks();
  const done = new Set((await store.list()).map(({ origin }) => origin?.entry));
  for (const entry of await store.unfinished()) {
    if (done.has(entry)) continue;
    const download = await DownloadFolder.find(store, entry);
    if (download === null) continue;
    const { files } = download.plan;
    const sizes = await Promise.all(files.map(({ path }) => download.sizeOf(path)));
    all.push({
      ...emptyProgress(entry),
      phase: held.includes(downloadLock(entry)) ? 'downloading' : 'paused',
      wholeFiles: download.wholeFiles,
      files: files.length,
      doneBytes: sizes.reduce((sum, size) => sum + size, 0),
      totalBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    });
  }
  return all;
}
