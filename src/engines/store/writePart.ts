import { Failure } from '../../problems/Failure';
import type { Hasher } from './Hasher';
import { noRoom } from './ModelStore';
import { openWritable } from './openWritable';
import { partName, type Bytes } from './Shelf';

/** Copies a file into a model's folder as a part that is not whole yet, hashing it on the way. */
export async function writePart(
  folder: FileSystemDirectoryHandle,
  file: { readonly name: string; readonly path: string; readonly size: number },
  stream: ReadableStream<Bytes>,
  hasher: Hasher,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const out = await openWritable(folder, partName(file.path));
  const count = new TransformStream<Bytes, Bytes>({
    transform(part, next) {
      hasher.update(part);
      onBytes(part.byteLength);
      next.enqueue(part);
    },
  });
  try {
    await stream.pipeThrough(count).pipeTo(out, { signal });
  } catch (cause) {
    signal.throwIfAborted();
    const kind = cause instanceof DOMException ? cause.name : '';
    if (kind === 'QuotaExceededError') throw noRoom(file.name, file.size, cause);
    if (kind === 'NotReadableError') throw new Failure('model.unreadable', { file: file.name }, { cause });
    throw cause;
  }
}
