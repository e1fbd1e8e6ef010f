import type { Bytes } from './Shelf';

/** Bytes of a stream from `start` up to `end`, zeros where it ends before; no more of it is read than is needed. */
export async function readSlice(
  stream: ReadableStream<Bytes>,
  start: number,
  end: number,
): Promise<ArrayBuffer> {
  const found = new Uint8Array(Math.max(0, end - start));
  const reader = stream.getReader();
  for (let at = 0; at < end;) {
    const { done, value } = await reader.read();
    if (done) break;
    const from = Math.max(0, start - at);
    if (from < value.byteLength) found.set(value.subarray(from, end - at), at + from - start);
    at += value.byteLength;
  }
  await reader.cancel();
  return found.buffer;
}
