import { Failure } from '../../problems/Failure';
import type { Bytes } from './Shelf';
import { appendTo, type SyncFile, type SyncHandle } from './SyncHandle';

/** Either is missing in some browser or on some side: the first in older Safari, the second outside of workers. */
type AnyFile = Partial<SyncFile> & Partial<Pick<FileSystemFileHandle, 'createWritable'>>;

/**
 * Replaces what a file holds. It shows its old content until the stream is closed; only in a worker of a browser that
 * is too old for that, it shows what has come so far. Rejects with the Failure `model.noWriting` where neither can be had.
 */
export async function openWritable(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<WritableStream<Bytes>> {
  const file: AnyFile = await folder.getFileHandle(name, { create: true });
  if (file.createWritable !== undefined) return file.createWritable();
  if (file.createSyncAccessHandle === undefined) throw new Failure('model.noWriting');
  return writeThrough(await file.createSyncAccessHandle());
}

function writeThrough(handle: SyncHandle): WritableStream<Bytes> {
  const close = (): void => {
    handle.flush();
    handle.close();
  };
  return new WritableStream<Bytes>({
    start: () => handle.truncate(0),
    write(bytes) {
      try {
        appendTo(handle, bytes);
      } catch (cause) {
        close();
        throw cause;
      }
    },
    close,
    abort: close,
  });
}
