import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Failure } from '../../problems/Failure';
import { inspectGguf, type GgufAbout } from '../shared/gguf/inspectGguf';

/** A model that the user brought, as it lies in the store. Plain data. */
export interface StoredModel {
  readonly id: string;
  /** As the file was called when it came. */
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly about: GgufAbout;
}

const folderName = 'models';
const chosenName = 'chosen';
/** One copy at a time, over all windows. */
const lockName = 'cloister models';
/** Left free beside a new model: for records. */
const spareBytes = 64 * 1024 * 1024;

/**
 * Models in the browser's private files (OPFS). The weights are written first, under an id of their own; a model
 * counts from when its description is written, which is the last thing, so a copy that was broken off never does.
 */
export class ModelStore {
  /** Copies a file, checking and hashing it on the way. A model that is here already is not copied again. */
  async add(file: File, signal: AbortSignal, onProgress: (share: number) => void): Promise<StoredModel> {
    const about = await inspectGguf(file, file.name);
    await this.makeRoom(file);
    try {
      return await navigator.locks.request(lockName, () => this.take(file, about, signal, onProgress));
    } catch (cause) {
      const kind = cause instanceof DOMException ? cause.name : '';
      if (kind === 'QuotaExceededError')
        throw new Failure('model.noRoom', { file: file.name, size: mebibytes(file.size) }, { cause });
      if (kind === 'NotReadableError') throw new Failure('model.unreadable', { file: file.name }, { cause });
      throw cause;
    }
  }

  /** By name. */
  async list(): Promise<readonly StoredModel[]> {
    const folder = await this.folder();
    const models: StoredModel[] = [];
    for await (const name of folder.keys()) {
      if (!name.endsWith('.json')) continue;
      const model = JSON.parse(await readText(folder, name)) as StoredModel;
      const weights = await this.open(model.id).catch(() => null);
      if (weights?.size === model.sizeBytes) models.push(model);
    }
    return models.sort((one, other) => one.about.name.localeCompare(other.about.name));
  }

  async open(id: string): Promise<File> {
    return (await (await this.folder()).getFileHandle(`${id}.gguf`)).getFile();
  }

  async remove(id: string): Promise<void> {
    const folder = await this.folder();
    await folder.removeEntry(`${id}.json`);
    await folder.removeEntry(`${id}.gguf`).catch(() => undefined);
  }

  /** The writer that the user wants to write with; null when they never said. */
  async chosen(): Promise<string | null> {
    return readText(await this.folder(), chosenName).catch(() => null);
  }

  async choose(modelId: string): Promise<void> {
    await writeText(await this.folder(), chosenName, modelId);
  }

  private async folder(): Promise<FileSystemDirectoryHandle> {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(folderName, { create: true });
  }

  /** Under the lock: whatever has no description now was left by a copy that was broken off. */
  private async take(
    file: File,
    about: GgufAbout,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<StoredModel> {
    const folder = await this.folder();
    const models = await this.list();
    const whole = new Set(models.flatMap(({ id }) => [`${id}.gguf`, `${id}.json`]));
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    for (const name of names) if (name !== chosenName && !whole.has(name)) await folder.removeEntry(name);

    const id = crypto.randomUUID();
    const handle = await folder.getFileHandle(`${id}.gguf`, { create: true });
    const remove = (): Promise<void> => folder.removeEntry(`${id}.gguf`).catch(() => undefined);
    try {
      const hash = await this.copy(file, handle, signal, onProgress);
      const same = models.find((model) => model.sha256 === hash);
      if (same !== undefined) {
        await remove();
        return same;
      }
      const model = { id, fileName: file.name, sizeBytes: file.size, sha256: hash, about };
      await writeText(folder, `${id}.json`, JSON.stringify(model));
      return model;
    } catch (cause) {
      await remove();
      throw cause;
    }
  }

  private async makeRoom(file: File): Promise<void> {
    const { quota, usage = 0 } = await navigator.storage.estimate();
    if (quota !== undefined && file.size + spareBytes > quota - usage)
      throw new Failure('model.noRoom', { file: file.name, size: mebibytes(file.size) });
  }

  private async copy(
    file: File,
    handle: FileSystemFileHandle,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<string> {
    const hash = sha256.create();
    const out = await handle.createWritable();
    let done = 0;
    const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(part, next) {
        hash.update(part);
        done += part.byteLength;
        onProgress(done / file.size);
        next.enqueue(part);
      },
    });
    await file.stream().pipeThrough(count).pipeTo(out, { signal });
    return bytesToHex(hash.digest());
  }
}

async function writeText(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const out = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await out.write(text);
  await out.close();
}

async function readText(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  return (await (await folder.getFileHandle(name)).getFile()).text();
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 ** 2).toLocaleString('en')} MiB`;
}
