import { removeEntry, fileSize, readText, writeText } from '../textFile';
import { unfinished, type ModelStore } from '../ModelStore';
import { partName, type Shelf } from '../Shelf';
import type { DownloadPlan, DownloadRecord } from './DownloadPlan';

/** What lies on this device of a download that is not done. */
export class DownloadFolder {
  private constructor(
    private readonly models: FileSystemDirectoryHandle,
    readonly folder: FileSystemDirectoryHandle,
    readonly shelf: Shelf,
    private record: DownloadRecord,
  ) {}

  /** Writes the plan down, before its first byte. */
  static async create(store: ModelStore, plan: DownloadPlan): Promise<DownloadFolder> {
    const models = await store.folder();
    const record = { plan, whole: {} };
    await writeText(models, `${plan.entry}${unfinished}`, JSON.stringify(record));
    return DownloadFolder.over(store, record);
  }

  /** Null where none was begun, or it was broken off before its plan was written. */
  static async find(store: ModelStore, entry: string): Promise<DownloadFolder | null> {
    const record = await readRecord(await store.folder(), entry).catch(() => null);
    return record === null ? null : DownloadFolder.over(store, record);
  }

  private static async over(store: ModelStore, record: DownloadRecord): Promise<DownloadFolder> {
    const { entry, engine } = record.plan;
    const models = await store.folder();
    const folder = await models.getDirectoryHandle(entry, { create: true });
    return new DownloadFolder(models, folder, await store.shelf(engine, entry), record);
  }

  get plan(): DownloadPlan {
    return this.record.plan;
  }

  get wholeFiles(): number {
    return Object.keys(this.record.whole).length;
  }

  /** SHA-256 of a file that is whole and in its place; null when it has yet to come. */
  async whole(path: string): Promise<string | null> {
    const sha256 = this.record.whole[path];
    const file = this.plan.files.find((each) => each.path === path);
    if (sha256 === undefined || file === undefined) return null;
    if ((await this.shelf.size(path)) === file.sizeBytes) return sha256;
    // Broken off between the note and the move.
    if ((await fileSize(this.folder, partName(path))) !== file.sizeBytes) return null;
    await this.shelf.take(path);
    return sha256;
  }

  /** Notes that a part is whole, then moves it to its place. */
  async take(path: string, sha256: string): Promise<void> {
    this.record = { ...this.record, whole: { ...this.record.whole, [path]: sha256 } };
    await writeText(this.models, `${this.plan.entry}${unfinished}`, JSON.stringify(this.record));
    await this.shelf.take(path);
  }

  /** Bytes here of a file, whole or not. */
  async sizeOf(path: string): Promise<number> {
    return (await this.shelf.size(path)) ?? (await fileSize(this.folder, partName(path))) ?? 0;
  }

  /** The model is kept: it is no download any more. */
  async forget(): Promise<void> {
    await this.shelf.tidy();
    await removeEntry(this.models, `${this.plan.entry}${unfinished}`);
  }

  async discard(): Promise<void> {
    await this.shelf.clear();
    await this.forget();
  }
}

async function readRecord(models: FileSystemDirectoryHandle, entry: string): Promise<DownloadRecord> {
  return JSON.parse(await readText(models, `${entry}${unfinished}`)) as DownloadRecord;
}
