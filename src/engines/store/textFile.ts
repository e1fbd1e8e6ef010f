/** Rejects with NotFoundError where there is no such file. */
export async function readText(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  return (await (await folder.getFileHandle(name)).getFile()).text();
}

/** All of it or nothing: a file that is being written shows its old content until it is closed. */
export async function writeText(
  folder: FileSystemDirectoryHandle,
  name: string,
  text: string,
): Promise<void> {
  const out = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await out.write(text);
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
