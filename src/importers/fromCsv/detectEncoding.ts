export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** By the byte order mark, by zero bytes in the wrong places, or by trying: what is not UTF-8 is taken for windows-1252. */
export async function detectEncoding(file: Blob, signal: AbortSignal): Promise<Encoding> {
  const start = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  start.forEach((byte, index) => byte === 0 && zeros[index % 2]!++);
  if (zeros[1]! > start.length / 4 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > start.length / 4 && zeros[1] === 0) return 'utf-16be';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of bytesOf(file, signal)) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

const pieceBytes = 1 << 20;

/** The file piece by piece; throws the reason of the signal when it is aborted. */
export async function* bytesOf(file: Blob, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += pieceBytes) {
    signal.throwIfAborted();
    yield new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
  }
}
