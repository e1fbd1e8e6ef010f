/** The whole of `bytes`, compressed. */
export function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return through(new CompressionStream('gzip'), bytes);
}

/** Rejects when the bytes are cut short, damaged (CRC-32) or not gzip at all. */
export function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  return through(new DecompressionStream('gzip'), bytes);
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer> {
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  // The reader reports the same error; without this the write's copy of it would go unhandled.
  written.catch(() => undefined);
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.readable.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const part: Uint8Array = read.value;
    parts.push(part);
    length += part.byteLength;
  }
  await written;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole.buffer;
}
