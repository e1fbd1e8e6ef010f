import { openWritable } from './openWritable';

/** Rejects with NotFoundError where there is no such file. */
export async function readText(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  return (await (await folder.getFileHandle(name)).getFile()).text();
}

/** All of it or nothing, as far as `openWritable` can. */
export async function writeText(
  folder: FileSystemDirectoryHandle,
  name: string,
  text: string,
): Promise<void> {
  const out = (await openWritable(folder, name)).getWriter();
  await out.write(new TextEncoder().encode(text));
  await out.close();
}

/** Nothing happens where there is none. */
export async function removeEntry(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await folder.removeEntry(name, { recursive: true }).catch(ignoreNotFound);
}

export async function fileSize(folder: FileSystemDirectoryHandle, name: string): Promise<number | null> {
  try {
    return (await (await folder.getFileHandle(name)).getFile()).size;
  } catch (cause) {
    ignoreNotFound(cause);
    return null;
  }
}

function ignoreNotFound(cause: unknown): void {
  if (!(cause instanceof DOMException) || cause.name !== 'NotFoundError') throw cause;
}
