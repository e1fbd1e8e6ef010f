/** All files of a drop, those of folders included. Call it within the event: the list is empty afterwards. */
export async function droppedFiles(transfer: DataTransfer | null): Promise<readonly File[]> {
  const items = [...(transfer?.items ?? [])].map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const files = await Promise.all(items.filter((item) => item !== null).map(filesOf));
  return files.flat();
}

async function filesOf(item: FileSystemEntry | File): Promise<readonly File[]> {
  if (item instanceof File) return [item];
  if (isFile(item)) return [await new Promise<File>((done, fail) => item.file(done, fail))];
  const files: File[] = [];
  const reader = (item as FileSystemDirectoryEntry).createReader();
  // A reader gives a hundred at a time, then none.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return files;
    for (const one of some) files.push(...(await filesOf(one)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
