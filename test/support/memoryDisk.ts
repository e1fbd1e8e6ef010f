import type { Bytes } from '../../src/engines/store/Shelf';
import type { Disk } from '../../src/engines/store/Disk';
import { filesOf, MemoryFolder, pathsOf, Room, type MissingAct } from './memoryFiles';
import { memoryLocks } from './memoryLocks';

class MemoryCache {
  private readonly kept = new Map<string, { readonly bytes: Bytes; readonly headers: Headers }>();
  constructor(private readonly room: Room) {}

  async put(url: string, response: Response): Promise<void> {
    const bytes = new Uint8Array(await response.arrayBuffer());
    this.room.change(this.kept.get(url)?.bytes.byteLength ?? 0, bytes.byteLength);
    this.kept.set(url, { bytes, headers: response.headers });
  }

  async match(url: string): Promise<Response | undefined> {
    const found = this.kept.get(url);
    return found && new Response(found.bytes, { headers: found.headers });
  }

  async keys(): Promise<readonly { readonly url: string }[]> {
    return [...this.kept.keys()].map((url) => ({ url }));
  }

  async delete(url: string): Promise<boolean> {
    this.room.change(this.kept.get(url)?.bytes.byteLength ?? 0, 0);
    return this.kept.delete(url);
  }
}

export interface MemoryDisk extends Disk {
  readonly files: MemoryFolder;
  /** Bytes stored, in files and caches. */
  used(): number;
  /** The machine goes down after so many changes to what is stored; those that were made stay. */
  goDownAfter(changes: number): void;
  comeBack(): void;
  /** All files by path, and all cached addresses. */
  paths(): Promise<readonly string[]>;
}

interface DiskOptions {
  readonly quota?: number;
  readonly missing?: readonly MissingAct[];
}

/** A browser's storage in memory, for a store in Node. */
export function memoryDisk({ quota = Infinity, missing = [] }: DiskOptions = {}): MemoryDisk {
  const room = new Room(quota, missing);
  const files = new MemoryFolder('', room);
  const caches = new Map<string, MemoryCache>();
  let ids = 0;
  return {
    files,
    used: () => room.used,
    goDownAfter(changes) {
      room.changesLeft = changes;
    },
    comeBack() {
      room.changesLeft = Infinity;
      files.letGo();
    },
    async paths() {
      const cached = await Promise.all([...caches.values()].map((cache) => cache.keys()));
      return [...pathsOf(files, ''), ...cached.flat().map(({ url }) => url)].sort();
    },
    root: async () => files as unknown as FileSystemDirectoryHandle,
    async openCache(name) {
      const cache = caches.get(name) ?? new MemoryCache(room);
      caches.set(name, cache);
      return cache as unknown as Cache;
    },
    ...memoryLocks(),
    estimate: async () => ({ usage: room.used, ...(quota === Infinity ? {} : { quota }) }),
    newId: () => `id-${++ids}`,
    origin: () => 'http://app.test',
  };
}

/** A folder that the user picked, in memory. */
export function memoryFolder(): { handle: FileSystemDirectoryHandle; files(): readonly File[] } {
  const folder = new MemoryFolder('picked', new Room(Infinity));
  return { handle: folder as unknown as FileSystemDirectoryHandle, files: () => filesOf(folder) };
}
