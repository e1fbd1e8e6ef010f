import { mlcBase, mlcCaches } from '../shared/mlc/mlcPlace';
import type { Disk } from './Disk';
import { renameFile } from './renameFile';
import { fileSize, removeEntry } from './textFile';

export type Bytes = Uint8Array<ArrayBuffer>;

/** Where the files of one model lie. A file comes as `<path>.part` in the model's folder and is taken over when whole. */
export interface Shelf {
  /** Null where there is none. */
  size(path: string): Promise<number | null>;
  stream(path: string): Promise<ReadableStream<Bytes>>;
  /** Lies on disk until it is read. */
  open(path: string): Promise<Blob>;
  /** The part becomes the file. */
  take(path: string): Promise<void>;
  /** Parts that are left over go, when all files are in their place. */
  tidy(): Promise<void>;
  /** All files and parts go. */
  clear(): Promise<void>;
}

export const partName = (path: string): string => `${path}.part`;

/** Files in the model's own folder: GGUF. */
export class FolderShelf implements Shelf {
  constructor(
    private readonly models: FileSystemDirectoryHandle,
    private readonly id: string,
    /** See `StoredModel.flat`. */
    private readonly flat: boolean,
  ) {}

  async size(path: string): Promise<number | null> {
    return fileSize(await this.folder(), path);
  }

  async stream(path: string): Promise<ReadableStream<Bytes>> {
    return (await this.open(path)).stream();
  }

  async open(path: string): Promise<File> {
    return (await (await this.folder()).getFileHandle(path)).getFile();
  }

  async take(path: string): Promise<void> {
    await renameFile(await this.folder(), partName(path), path);
  }

  async tidy(): Promise<void> {
    const folder = await this.folder();
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    for (const name of names) if (name.endsWith(partName(''))) await removeEntry(folder, name);
  }

  async clear(): Promise<void> {
    await removeEntry(this.models, this.flat ? `${this.id}.gguf` : this.id);
  }

  private async folder(): Promise<FileSystemDirectoryHandle> {
    return this.flat ? this.models : this.models.getDirectoryHandle(this.id, { create: true });
  }
}

const lengthHeader = 'Content-Length';

/** Files where web-llm reads them, so that a model lies on the device once: MLC. */
export class CacheShelf implements Shelf {
  constructor(
    private readonly disk: Pick<Disk, 'openCache' | 'origin'>,
    private readonly models: FileSystemDirectoryHandle,
    private readonly id: string,
  ) {}

  /** As it was written down when the file was put there: a body would have to be read to be measured. */
  async size(path: string): Promise<number | null> {
    const length = (await this.match(path))?.headers.get(lengthHeader);
    return length === null || length === undefined ? null : Number(length);
  }

  async stream(path: string): Promise<ReadableStream<Bytes>> {
    const body = (await this.match(path))?.body;
    if (body === null || body === undefined) throw new DOMException(`${path} is not here`, 'NotFoundError');
    return body;
  }

  async open(path: string): Promise<Blob> {
    const found = await this.match(path);
    if (found === undefined) throw new DOMException(`${path} is not here`, 'NotFoundError');
    return found.blob();
  }

  async take(path: string): Promise<void> {
    const folder = await this.models.getDirectoryHandle(this.id, { create: true });
    const file = await (await folder.getFileHandle(partName(path))).getFile();
    const headers = { [lengthHeader]: String(file.size), 'Content-Type': contentType(path) };
    await (await this.cache(path)).put(this.address(path), new Response(file, { headers }));
    await folder.removeEntry(partName(path));
  }

  async tidy(): Promise<void> {
    await removeEntry(this.models, this.id);
  }

  async clear(): Promise<void> {
    const base = mlcBase(this.disk.origin(), this.id);
    for (const name of Object.values(mlcCaches)) {
      const cache = await this.disk.openCache(name);
      for (const { url } of await cache.keys()) if (url.startsWith(base)) await cache.delete(url);
    }
    await removeEntry(this.models, this.id);
  }

  private async match(path: string): Promise<Response | undefined> {
    return (await this.cache(path)).match(this.address(path));
  }

  private cache(path: string): Promise<Cache> {
    return this.disk.openCache(cacheOf(path));
  }

  private address(path: string): string {
    return `${mlcBase(this.disk.origin(), this.id)}resolve/main/${encodeURIComponent(path)}`;
  }
}

function cacheOf(path: string): string {
  if (path === 'mlc-chat-config.json') return mlcCaches.config;
  return path.endsWith('.wasm') ? mlcCaches.library : mlcCaches.rest;
}

function contentType(path: string): string {
  if (path.endsWith('.json')) return 'application/json';
  return path.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
}
