import { BlobReader, configure, ZipReader, type FileEntry } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { Failure } from '../../../problems/Failure';
import { readSlice } from '../readSlice';
import type { Bytes } from '../Shelf';
import type { Incoming } from '../sideload/Incoming';

// The browser unpacks by itself; the library's own workers and WebAssembly are not needed.
configure({ useWebWorkers: false });

/** Stored, and Deflate: what browsers can unpack. Windows packs large files with another (Deflate64). */
const unpackable = new Set([0, 8]);
const leftover = /(?:^|\/)(?:\.[^/]*|__MACOSX\/.*)$/;

/** The files in a zip of any size: only its list is read, and a file's bytes when they are asked for. */
export async function openZip(file: File): Promise<readonly Incoming[]> {
  const reader = new ZipReader(new BlobReader(file), { checkSignature: true });
  const entries = await reader.getEntries().catch((cause: unknown) => {
    throw badZip(file.name, cause);
  });
  return entries
    .filter((entry): entry is FileEntry => !entry.directory && !leftover.test(entry.filename))
    .map((entry) => asIncoming(entry, file.name));
}

function asIncoming(entry: FileEntry, zip: string): Incoming {
  const name = entry.filename.split('/').at(-1) ?? entry.filename;
  if (entry.encrypted) throw new Failure('model.zipLocked', { file: zip });
  if (!unpackable.has(entry.compressionMethod))
    throw new Failure('model.zipMethod', { file: zip, method: entry.compressionMethod });
  const size = entry.uncompressedSize;
  const stream = (): ReadableStream<Bytes> => unpack(entry, zip);
  return {
    name,
    size,
    stream,
    slice: (start, end) => ({ arrayBuffer: () => readSlice(stream(), start, Math.min(end, size)) }),
  };
}

/** Fails where the bytes are not those of the zip's own checksum, or more or fewer than it says. */
function unpack(entry: FileEntry, zip: string): ReadableStream<Bytes> {
  const stop = new AbortController();
  let left = entry.uncompressedSize;
  const count = new TransformStream<Bytes, Bytes>({
    transform(part, next) {
      left -= part.byteLength;
      if (left < 0) throw badZip(zip, new RangeError(`${entry.filename} is larger than stated`));
      next.enqueue(part);
    },
    flush() {
      if (left > 0) throw badZip(zip, new RangeError(`${entry.filename} is smaller than stated`));
    },
  });
  const reader = count.readable.getReader();
  const unpacked = entry.getData(count.writable, { signal: stop.signal, checkSignature: true });
  // Where unpacking ends badly it says so to whoever reads.
  const failed = unpacked.then(
    () => null,
    (cause: unknown) => badZip(zip, cause),
  );
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const part = await reader.read().catch(() => null);
        if (part?.done === false) return controller.enqueue(part.value);
        const failure = await failed;
        if (failure === null && part !== null) controller.close();
        else controller.error(failure ?? badZip(zip, null));
      },
      cancel(reason) {
        stop.abort(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

function badZip(file: string, cause: unknown): Failure {
  return cause instanceof Failure ? cause : new Failure('model.badZip', { file }, { cause });
}
