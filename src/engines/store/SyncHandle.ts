import type { Bytes } from './Shelf';

/** The synchronous handle of OPFS, which only workers have: what it writes is there even if the tab dies. */
export interface SyncHandle {
  read(buffer: Bytes, options: { at: number }): number;
  write(buffer: Bytes, options: { at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}

export type SyncFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> };

/** At the end of the file; all of it or nothing. */
export function appendTo(handle: SyncHandle, bytes: Bytes): void {
  const at = handle.getSize();
  const written = handle.write(bytes, { at });
  if (written === bytes.byteLength) return;
  handle.truncate(at);
  throw new DOMException('the disk took only some of the bytes', 'QuotaExceededError');
}
