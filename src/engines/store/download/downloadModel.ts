import type { CatalogueEntry } from '../../CatalogueEntry';
import { Failure } from '../../../problems/Failure';
import { problem } from '../../../problems/Problem';
import { hashOfFiles } from '../Hasher';
import { unfinished, type ModelStore } from '../ModelStore';
import type { StoredFile, StoredModel } from '../StoredModel';
import { removeEntry } from '../textFile';
import { aboutDownload } from './aboutDownload';
import { DownloadFolder } from './DownloadFolder';
import type { PlannedDownload } from './DownloadPlan';
import type { DownloadProgress } from './DownloadProgress';
import { downloadFile } from './downloadFile';
import { PartFile } from './PartFile';
import { hostOf, planDownload, type Reach } from './planDownload';
import { ProgressMeter } from './ProgressMeter';

/** Over all windows, one download of an entry at a time. */
export const downloadLock = (entry: string): string => `cloister download ${entry}`;

/**
 * Downloads a model, or goes on where an earlier download ended. Aborted with the reason `cancelled` it leaves nothing,
 * with any other what is here. Never rejects: how it ended is in what it answers.
 */
export async function downloadModel(
  store: ModelStore,
  entry: CatalogueEntry,
  reach: Reach,
  signal: AbortSignal,
  onProgress: (progress: DownloadProgress) => void,
): Promise<DownloadProgress> {
  const meter = new ProgressMeter(entry.id, () => reach.pace.now(), onProgress);
  try {
    const model = await store.disk.ifFree(downloadLock(entry.id), () =>
      finish(store, entry, reach, signal, meter),
    );
    if (model === null) throw new Failure('download.elsewhere', { file: entry.name });
    return meter.end('done', null, model);
  } catch (cause) {
    if (!signal.aborted) return meter.end('failed', problemOf(cause, entry.name));
    if (signal.reason !== 'cancelled') return meter.end('paused');
    await discardDownload(store, entry.id);
    return meter.end('cancelled');
  }
}

/** Frees the room of a download; a Failure where it is running in some window. */
export async function discardDownload(store: ModelStore, entry: string): Promise<void> {
  const discarded = await store.disk.ifFree(downloadLock(entry), async () => {
    await (await DownloadFolder.find(store, entry))?.discard();
    await removeEntry(await store.folder(), `${entry}${unfinished}`);
    return true;
  });
  if (discarded === null) throw new Failure('download.elsewhere', { file: entry });
}

async function finish(
  store: ModelStore,
  entry: CatalogueEntry,
  reach: Reach,
  signal: AbortSignal,
  meter: ProgressMeter,
): Promise<StoredModel> {
  const here = (await store.list()).find(({ origin }) => origin?.entry === entry.id);
  if (here !== undefined) {
    // Broken off between the last two steps: the model counts, and its download was not forgotten.
    const begun = await DownloadFolder.find(store, entry.id);
    await (here.id === entry.id ? begun?.forget() : begun?.discard());
    return here;
  }
  meter.tell({ phase: 'asking' });
  const download = await begin(store, entry, reach, signal, meter);
  const { plan } = download;
  const totalBytes = plan.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const bytesHere = await sumOf(plan.files, ({ path }) => download.sizeOf(path));
  // A file of an MLC model lies here twice while it moves to where the engine reads it.
  const twice = plan.engine === 'webLlm' ? Math.max(...plan.files.map(({ sizeBytes }) => sizeBytes)) : 0;
  await store.makeRoom(plan.name, totalBytes - bytesHere + twice);

  const kept: StoredFile[] = [];
  let done = 0;
  for (const file of plan.files) {
    meter.tell({
      file: file.path,
      wholeFiles: kept.length,
      files: plan.files.length,
      totalBytes,
      doneBytes: done,
    });
    const sha256 =
      (await download.whole(file.path)) ?? (await fetchOne(download, file, done, reach, signal, meter));
    const { path, sizeBytes, expected } = file;
    kept.push({ path, sizeBytes, sha256, statedBy: expected.statedBy });
    done += sizeBytes;
  }
  meter.tell({ phase: 'checking', wholeFiles: kept.length, doneBytes: totalBytes });
  const about = await aboutDownload(plan, download.shelf);
  const { entry: id, engine, name, origin } = plan;
  const whole = { id, engine, fileName: name, sizeBytes: totalBytes, sha256: hashOfFiles(kept), files: kept };
  const model = await store.keep({ ...whole, about, origin });
  await download.forget();
  return model;
}

/** What was begun, if it was for the same files; otherwise a new plan. */
async function begin(
  store: ModelStore,
  entry: CatalogueEntry,
  reach: Reach,
  signal: AbortSignal,
  meter: ProgressMeter,
): Promise<DownloadFolder> {
  const begun = await DownloadFolder.find(store, entry.id);
  if (begun?.plan.sources === JSON.stringify(entry.sources)) return begun;
  await begun?.discard();
  const plan = await planDownload(entry, reach, signal, (waitMs, why) => meter.wait(waitMs, why));
  return DownloadFolder.create(store, plan);
}

async function fetchOne(
  download: DownloadFolder,
  file: PlannedDownload,
  doneBefore: number,
  reach: Reach,
  signal: AbortSignal,
  meter: ProgressMeter,
): Promise<string> {
  const asking = { ...reach, host: hostOf(file.host, reach.hosts), file: file.path, signal };
  const part = await PartFile.open(download.folder, file.path);
  let sha256: string;
  try {
    sha256 = await downloadFile(file, part, asking, {
      onChecked: (sizeBytes) => meter.bytes('checking', doneBefore + sizeBytes),
      onBytes: (sizeBytes) => meter.bytes('downloading', doneBefore + sizeBytes),
      onWait: (waitMs, why) => meter.wait(waitMs, why),
    });
  } finally {
    part.close();
  }
  await download.take(file.path, sha256);
  return sha256;
}

async function sumOf<Item>(
  items: readonly Item[],
  measure: (item: Item) => Promise<number>,
): Promise<number> {
  let sum = 0;
  for (const item of items) sum += await measure(item);
  return sum;
}

function problemOf(cause: unknown, file: string): DownloadProgress['problem'] {
  if (cause instanceof Failure) return cause.problem;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return problem('download.unexpected', '', { file, reason });
}
