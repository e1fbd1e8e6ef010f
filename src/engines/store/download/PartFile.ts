import { partName, type Bytes } from '../Shelf';
import { appendTo, type SyncFile, type SyncHandle } from '../SyncHandle';

const readBytes = 4 * 1024 * 1024;

/** The `.part` of a file, which grows at its end. One at a time may have it open, over all windows. */
export class PartFile {
  private constructor(private readonly handle: SyncHandle) {}

  static async open(folder: FileSystemDirectoryHandle, path: string): Promise<PartFile> {
    const file = await folder.getFileHandle(partName(path), { create: true });
    return new PartFile(await (file as SyncFile).createSyncAccessHandle());
  }

  get sizeBytes(): number {
    return this.handle.getSize();
  }

  append(bytes: Bytes): void {
    appendTo(this.handle, bytes);
  }

  /** All that is here, piece by piece. */
  *pieces(): Generator<Bytes> {
    const size = this.handle.getSize();
    const buffer = new Uint8Array(Math.min(readBytes, size));
    for (let at = 0; at < size;) {
      const read = this.handle.read(buffer, { at });
      if (read <= 0) throw new DOMException('the part could not be read', 'NotReadableError');
      yield buffer.subarray(0, read);
      at += read;
    }
  }

  empty(): void {
    this.handle.truncate(0);
  }

  close(): void {
    this.handle.flush();
    this.handle.close();
  }
}
