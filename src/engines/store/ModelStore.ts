import { Failure } from '../../problems/Failure';
import type { Problem } from '../../problems/Problem';
import { browserDisk, type Disk } from './Disk';
import { hashStream } from './hashStream';
import { useModel, whileUnused, whyInUse, type ModelUse } from './modelUse';
import { CacheShelf, FolderShelf, type Shelf } from './Shelf';
import type { StoredModel, Verification } from './StoredModel';
import { readText, removeEntry, writeText } from './textFile';

const folderName = 'models';
export const chosenName = 'chosen';
export const description = '.json';
/** A download that is not done is described here; see download/. */
export const unfinished = '.download';
/** Copies take turns over all windows. */
export const copyLock = 'cloister models';
/** Left free beside a new model: for records. */
const spareBytes = 64 * 1024 * 1024;

/**
 * Models on this device: their descriptions in the browser's private files (OPFS), their files on a shelf. A model
 * counts from when its description is written, which is the last thing, so what was broken off never does.
 */
export class ModelStore {
  constructor(readonly disk: Disk = browserDisk) {}

  /** Those whose files are all there, by name. */
  async list(): Promise<readonly StoredModel[]> {
    const folder = await this.folder();
    const models: StoredModel[] = [];
    for await (const name of folder.keys()) {
      if (!name.endsWith(description)) continue;
      const model = await readDescription(folder, name).catch(() => null);
      if (model !== null && (await this.isWhole(model))) models.push(model);
    }
    return models.sort((one, other) => one.about.name.localeCompare(other.about.name));
  }

  /** Null when it is not here, or not whole. */
  async find(id: string): Promise<StoredModel | null> {
    const model = await readDescription(await this.folder(), `${id}${description}`).catch(() => null);
    return model !== null && (await this.isWhole(model)) ? model : null;
  }

  /** One file of a model; it lies on disk until it is read. */
  async open({ id, engine, flat }: StoredModel, path: string): Promise<Blob> {
    return (await this.shelf(engine, id, flat)).open(path);
  }

  /** Where the files of a model lie, or will. */
  async shelf(engine: StoredModel['engine'], id: string, flat = false): Promise<Shelf> {
    const folder = await this.folder();
    return engine === 'webLlm' ? new CacheShelf(this.disk, folder, id) : new FolderShelf(folder, id, flat);
  }

  /** Rejects with a Failure while the model is in use, in whatever window. */
  async remove(id: string): Promise<void> {
    const removed = await whileUnused(this.disk, id, async () => {
      const folder = await this.folder();
      const model = await readDescription(folder, `${id}${description}`).catch(() => null);
      await removeEntry(folder, `${id}${description}`);
      if (model !== null) await (await this.shelf(model.engine, id, model.flat)).clear();
      return true;
    });
    if (removed !== null) return;
    const why = await this.reviewRemoval(id);
    throw why === null ? new Failure('model.read', { model: id }) : new Failure(why.code, why.values);
  }

  /** Why a model cannot be removed now; null when it can. */
  async reviewRemoval(id: string): Promise<Problem | null> {
    const model = await this.find(id);
    return whyInUse(this.disk, id, model?.origin?.name ?? model?.about.name ?? id);
  }

  /** Does a job that needs the model: as long, it stays. */
  use<Result>(id: string, use: ModelUse, job: () => Promise<Result>): Promise<Result> {
    return useModel(this.disk, id, use, job);
  }

  /** Hashes all files again. */
  async verify(id: string, signal: AbortSignal, onProgress: (share: number) => void): Promise<Verification> {
    const model = await this.find(id);
    if (model === null) throw new Failure('model.gone', { model: id });
    const shelf = await this.shelf(model.engine, id, model.flat);
    const damaged: string[] = [];
    let checkedBytes = 0;
    for (const file of model.files) {
      const sha256 = await hashStream(await shelf.stream(file.path), signal, (bytes) => {
        checkedBytes += bytes;
        onProgress(checkedBytes / model.sizeBytes);
      });
      if (sha256 !== file.sha256) damaged.push(file.path);
    }
    return { damaged, checkedBytes };
  }

  /** The writer that the user wants to write with; null when they never said. */
  async chosen(): Promise<string | null> {
    return this.folder()
      .then((folder) => readText(folder, chosenName))
      .catch(() => null);
  }

  async choose(modelId: string): Promise<void> {
    await writeText(await this.folder(), chosenName, modelId);
  }

  /**
   * From now on the model counts. Where the same bytes are here already they stay, and the new ones go; what is known
   * of where they come from is kept.
   */
  async keep(model: StoredModel): Promise<StoredModel> {
    const folder = await this.folder();
    const same = (await this.list()).find(({ id, sha256 }) => sha256 === model.sha256 && id !== model.id);
    if (same !== undefined) await (await this.shelf(model.engine, model.id)).clear();
    const { origin } = model;
    const kept = same === undefined ? model : { ...same, ...(origin === undefined ? {} : { origin }) };
    await writeText(folder, `${kept.id}${description}`, JSON.stringify(kept));
    return kept;
  }

  /** Ids of the downloads that are not done. */
  async unfinished(): Promise<readonly string[]> {
    const names = await entryNames(await this.folder());
    return names.filter((name) => name.endsWith(unfinished)).map((name) => name.slice(0, -unfinished.length));
  }

  /** A Failure unless the browser has this much room left; not all of what it promises may be there. */
  async makeRoom(file: string, bytes: number): Promise<void> {
    const { quota, usage = 0 } = await this.disk.estimate();
    if (quota !== undefined && bytes + spareBytes > quota - usage) throw noRoom(file, bytes);
  }

  /** Rejects with the Failure `model.noFiles` where the browser keeps no files for this page. */
  async folder(): Promise<FileSystemDirectoryHandle> {
    const root = await this.disk.root().catch((cause: unknown) => {
      throw new Failure('model.noFiles', {}, { cause });
    });
    return root.getDirectoryHandle(folderName, { create: true });
  }

  private async isWhole({ id, engine, flat, files }: StoredModel): Promise<boolean> {
    const shelf = await this.shelf(engine, id, flat);
    for (const { path, sizeBytes } of files) if ((await shelf.size(path)) !== sizeBytes) return false;
    return true;
  }
}

export function noRoom(file: string, bytes: number, cause?: unknown): Failure {
  const size = `${Math.ceil(bytes / 1024 ** 2).toLocaleString('en')} MiB`;
  return new Failure('model.noRoom', { file, size }, { cause });
}

/** Of an earlier version the description had no files: it was always one, beside it. */
type Description = StoredModel | Omit<StoredModel, 'engine' | 'files'>;

async function readDescription(folder: FileSystemDirectoryHandle, name: string): Promise<StoredModel> {
  const model = JSON.parse(await readText(folder, name)) as Description;
  if ('files' in model) return model;
  const { id, sizeBytes, sha256 } = model;
  const files = [{ path: `${id}.gguf`, sizeBytes, sha256, statedBy: 'nobody' as const }];
  return { ...model, engine: 'llamaCpp', files, flat: true };
}

export async function entryNames(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}
