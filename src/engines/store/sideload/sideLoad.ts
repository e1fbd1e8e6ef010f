import { Failure } from '../../../problems/Failure';
import { Hasher, hashOfFiles } from '../Hasher';
import { copyLock, type ModelStore } from '../ModelStore';
import type { StatedBy, StoredFile, StoredModel } from '../StoredModel';
import { sweep } from '../sweep';
import { writePart } from '../writePart';
import { openBrought } from './openBrought';
import { planModel, type ModelPlan, type PlannedFile } from './planModel';

/** Who states a hash, for people. */
const statedBy: Readonly<Record<StatedBy, string>> = {
  catalogue: 'this app',
  host: 'its host',
  manifest: 'the manifest beside it',
  model: 'the list of the model itself',
  nobody: 'nobody',
};

/**
 * Brings in a model that the user has as a file, as parts, as a folder's files or as a zip of these, without any
 * network: tells by content what it is, copies and hashes it. A model that is here already is not kept twice.
 */
export async function sideLoad(
  store: ModelStore,
  files: readonly File[],
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<StoredModel> {
  const plan = await planModel(await openBrought(files));
  const sizes = plan.files.map(({ file }) => file.size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  // A file of an MLC model lies here twice while it moves to where the engine reads it.
  const twice = plan.model.engine === 'webLlm' ? Math.max(...sizes) : 0;
  await store.makeRoom(plan.model.fileName, total + twice);
  return store.disk.inTurn(copyLock, async () => {
    await sweep(store);
    return copy(store, plan, total, signal, onProgress);
  });
}

async function copy(
  store: ModelStore,
  { model, files }: ModelPlan,
  sizeBytes: number,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<StoredModel> {
  const id = store.disk.newId();
  const shelf = await store.shelf(model.engine, id);
  const folder = await (await store.folder()).getDirectoryHandle(id, { create: true });
  let done = 0;
  const onBytes = (bytes: number): void => {
    done += bytes;
    onProgress(done / sizeBytes);
  };
  try {
    const kept: StoredFile[] = [];
    for (const planned of files) {
      kept.push(await copyFile(folder, planned, signal, onBytes));
      await shelf.take(planned.path);
    }
    await shelf.tidy();
    return await store.keep({ id, ...model, sizeBytes, sha256: hashOfFiles(kept), files: kept });
  } catch (cause) {
    await shelf.clear();
    throw cause;
  }
}

async function copyFile(
  folder: FileSystemDirectoryHandle,
  { file, path, expected }: PlannedFile,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<StoredFile> {
  const { name, size } = file;
  const hasher = new Hasher(expected, size);
  await writePart(folder, { name, path, size }, file.stream(), hasher, signal, onBytes);
  const { sha256, matches } = hasher.finish();
  const by = expected?.statedBy ?? 'nobody';
  if (!matches) throw new Failure('model.wrongHash', { file: name, by: statedBy[by] });
  return { path, sizeBytes: size, sha256, statedBy: by };
}
