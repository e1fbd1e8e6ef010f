import type { Bytes } from '../../src/engines/store/Shelf';

const missing = (name: string): DOMException => new DOMException(`no ${name}`, 'NotFoundError');
const full = (): DOMException => new DOMException('the quota is exceeded', 'QuotaExceededError');

/** What files cannot do in some browser, or outside of workers. */
export type MissingAct = 'createWritable' | 'createSyncAccessHandle' | 'move';

/** What is stored, how much may be, and when the machine goes down. */
export class Room {
  used = 0;
  /** Changes until nothing can be changed any more. */
  changesLeft = Infinity;
  constructor(
    readonly quota: number,
    readonly missing: readonly MissingAct[] = [],
  ) {}

  /** Before each change of what is stored. */
  step(): void {
    if (this.changesLeft <= 0) throw new DOMException('the machine went down', 'AbortError');
    this.changesLeft -= 1;
  }

  /** From so many bytes to so many. */
  change(from: number, to: number): void {
    this.step();
    if (this.used - from + to > this.quota) throw full();
    this.used += to - from;
  }
}

/** A file of the private file system, in memory. What OPFS refuses, it refuses. */
class MemoryFile {
  readonly kind = 'file';
  bytes: Bytes = new Uint8Array(0);
  isOpen = false;

  constructor(
    public name: string,
    readonly parent: MemoryFolder,
    private readonly room: Room,
  ) {
    for (const act of room.missing) Object.defineProperty(this, act, { value: undefined });
  }

  async getFile(): Promise<File> {
    return new File([this.bytes], this.name);
  }

  /** What is written shows when it is closed, and not at all when it is broken off. */
  async createWritable(): Promise<WritableStream<BufferSource | string | Blob>> {
    if (this.isOpen) throw new DOMException('the file is open', 'NoModificationAllowedError');
    const parts: Bytes[] = [];
    const stream = new WritableStream<BufferSource | string | Blob>({
      write: async (part) => {
        const bytes = new Uint8Array(await new Response(part as BodyInit).arrayBuffer());
        const size = parts.reduce((sum, { byteLength }) => sum + byteLength, bytes.byteLength);
        if (this.room.used - this.bytes.byteLength + size > this.room.quota) throw full();
        parts.push(bytes);
      },
      close: async () => this.replace(new Uint8Array(await new Blob(parts).arrayBuffer())),
    });
    return Object.assign(stream, {
      async write(part: BufferSource | string | Blob): Promise<void> {
        const writer = stream.getWriter();
        await writer.write(part);
        writer.releaseLock();
      },
      async close(): Promise<void> {
        await stream.getWriter().close();
      },
    });
  }

  async createSyncAccessHandle() {
    if (this.isOpen) throw new DOMException('the file is open', 'NoModificationAllowedError');
    this.isOpen = true;
    return {
      getSize: () => this.bytes.byteLength,
      read: (into: Uint8Array, { at }: { at: number }): number => {
        const from = this.bytes.subarray(at, at + into.byteLength);
        into.set(from);
        return from.byteLength;
      },
      write: (from: Uint8Array, { at }: { at: number }): number => {
        const grown = new Uint8Array(Math.max(this.bytes.byteLength, at + from.byteLength));
        grown.set(this.bytes);
        grown.set(from, at);
        this.replace(grown);
        return from.byteLength;
      },
      truncate: (size: number): void => this.replace(this.bytes.slice(0, size)),
      flush: (): void => undefined,
      close: (): void => {
        this.isOpen = false;
      },
    };
  }

  async move(name: string): Promise<void> {
    this.room.step();
    if (this.isOpen) throw new DOMException('the file is open', 'NoModificationAllowedError');
    this.parent.entries.get(name)?.free();
    this.parent.entries.delete(this.name);
    this.name = name;
    this.parent.entries.set(name, this);
  }

  free(): void {
    this.replace(new Uint8Array(0));
  }

  private replace(bytes: Bytes): void {
    this.room.change(this.bytes.byteLength, bytes.byteLength);
    this.bytes = bytes;
  }
}

export class MemoryFolder {
  readonly kind = 'directory';
  readonly entries = new Map<string, MemoryFile | MemoryFolder>();

  constructor(
    readonly name: string,
    private readonly room: Room,
  ) {}

  async getFileHandle(name: string, { create = false } = {}): Promise<MemoryFile> {
    checkName(name);
    const found = this.entries.get(name);
    if (found instanceof MemoryFolder) throw new DOMException(`${name} is a folder`, 'TypeMismatchError');
    if (found !== undefined) return found;
    if (!create) throw missing(name);
    this.room.step();
    const file = new MemoryFile(name, this, this.room);
    this.entries.set(name, file);
    return file;
  }

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<MemoryFolder> {
    checkName(name);
    const found = this.entries.get(name);
    if (found instanceof MemoryFile) throw new DOMException(`${name} is a file`, 'TypeMismatchError');
    if (found !== undefined) return found;
    if (!create) throw missing(name);
    this.room.step();
    const folder = new MemoryFolder(name, this.room);
    this.entries.set(name, folder);
    return folder;
  }

  async removeEntry(name: string, { recursive = false } = {}): Promise<void> {
    const found = this.entries.get(name);
    if (found === undefined) throw missing(name);
    if (found instanceof MemoryFolder && found.entries.size > 0 && !recursive)
      throw new DOMException(`${name} is not empty`, 'InvalidModificationError');
    if (found instanceof MemoryFile && found.isOpen)
      throw new DOMException(`${name} is open`, 'NoModificationAllowedError');
    this.room.step();
    found.free();
    this.entries.delete(name);
  }

  /** No file is open after a restart. */
  letGo(): void {
    for (const entry of this.entries.values()) {
      if (entry instanceof MemoryFolder) entry.letGo();
      else entry.isOpen = false;
    }
  }

  async *keys(): AsyncGenerator<string> {
    for (const name of [...this.entries.keys()]) yield name;
  }

  free(): void {
    for (const entry of this.entries.values()) entry.free();
  }
}

function checkName(name: string): void {
  if (name === '' || name === '.' || name === '..' || /[/\\]/.test(name))
    throw new TypeError(`${name} is no name`);
}

/** All files in it, under their own names. */
export function filesOf(folder: MemoryFolder): readonly File[] {
  return [...folder.entries.values()].flatMap((entry) =>
    entry instanceof MemoryFolder ? filesOf(entry) : [new File([entry.bytes], entry.name)],
  );
}

/** The paths of all files in it, each behind `above`. */
export function pathsOf(folder: MemoryFolder, above: string): readonly string[] {
  return [...folder.entries.values()].flatMap((entry) =>
    entry instanceof MemoryFolder ? pathsOf(entry, `${above}${entry.name}/`) : [`${above}${entry.name}`],
  );
}
