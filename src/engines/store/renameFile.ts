/** Beside the standard, and in every browser that has OPFS on a desktop. */
type Movable = FileSystemFileHandle & { move?(name: string): Promise<void> };

/** Within one folder; what had the new name is gone. */
export async function renameFile(folder: FileSystemDirectoryHandle, from: string, to: string): Promise<void> {
  const handle: Movable = await folder.getFileHandle(from);
  if (handle.move !== undefined) return handle.move(to);
  const out = await (await folder.getFileHandle(to, { create: true })).createWritable();
  await (await handle.getFile()).stream().pipeTo(out);
  await folder.removeEntry(from);
}
