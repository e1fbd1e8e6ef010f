import { openWritable } from './openWritable';

/** Beside the standard, and in every browser that has OPFS on a desktop. */
type Movable = FileSystemFileHandle & { move?(name: string): Promise<void> };

/** Within one folder; what had the new name is gone. */
export async function renameFile(folder: FileSystemDirectoryHandle, from: string, to: string): Promise<void> {
  const handle: Movable = await folder.getFileHandle(from);
  if (handle.move !== undefined) return handle.move(to);
  await (await handle.getFile()).stream().pipeTo(await openWritable(folder, to));
  await folder.removeEntry(from);
}
