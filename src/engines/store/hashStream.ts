import { Hasher } from './Hasher';
import type { Bytes } from './Shelf';

/** SHA-256 of all that comes, which may be larger than memory. Rejects with the signal's reason when it is aborted. */
export async function hashStream(
  stream: ReadableStream<Bytes>,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<string> {
  const hasher = new Hasher();
  await stream.pipeTo(
    new WritableStream<Bytes>({
      write(part) {
        hasher.update(part);
        onBytes(part.byteLength);
      },
    }),
    { signal },
  );
  return hasher.finish().sha256;
}
