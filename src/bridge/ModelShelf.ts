import type { CatalogueEntry } from '../engines/CatalogueEntry';
import type { DownloadProgress } from '../engines/store/download/DownloadProgress';
import type { StoredModel, Verification } from '../engines/store/StoredModel';
import type { Problem } from '../problems/Problem';

/** Shares are of 0 to 1. */
type OnShare = (share: number) => void;

/** The models on this device, for either page: nothing here uses the network. Long work runs in a worker. */
export interface ModelShelf {
  /** By name. */
  list(): Promise<readonly StoredModel[]>;
  room(): Promise<Room>;
  /**
   * Brings a model in from the user's own files: one file, the parts of a split one, all files of a folder, or a zip of
   * these. Rejects with a Failure that says what is wrong or missing, and with AbortError when stopped.
   */
  add(files: readonly File[], signal: AbortSignal, onProgress: OnShare): Promise<StoredModel>;
  /** Hashes the files again. */
  verify(id: string, signal: AbortSignal, onProgress: OnShare): Promise<Verification>;
  /** Rejects with a Failure while the model is in use, in whatever window. */
  remove(id: string): Promise<void>;
  /** Why a model cannot be removed now; null when it can. */
  reviewRemoval(id: string): Promise<Problem | null>;
  /** Writes a folder of the model's name into `folder`, with a manifest of hashes beside the files. */
  exportTo(
    id: string,
    folder: FileSystemDirectoryHandle,
    signal: AbortSignal,
    onProgress: OnShare,
  ): Promise<void>;
  /** The same as a zip, for browsers that cannot pick a folder. Made as it is read. */
  exportZip(id: string, signal: AbortSignal): ReadableStream<Uint8Array>;
}

/** Storage of this browser, bytes. */
export interface Room {
  readonly usedBytes: number;
  /** As the browser promises; it may not have all of it. */
  readonly freeBytes: number;
  /** The browser has promised not to clear it by itself. */
  readonly persisted: boolean;
}

/** Downloads from the catalogue's hosts: for the page that may reach them, and no other. */
export interface Downloads {
  /** Those that were begun and are not done, in this window, another or an earlier one. */
  unfinished(): Promise<readonly DownloadProgress[]>;
  /** Starts, or goes on with what is here. Of one entry only one download runs, over all windows. */
  start(entry: CatalogueEntry, onProgress: (progress: DownloadProgress) => void): DownloadControl;
  /** Forgets a download that is not running and frees its room. */
  discard(entry: string): Promise<void>;
}

export interface DownloadControl {
  /** Settles with phase `done`, `paused`, `cancelled` or `failed`; never rejects. */
  readonly finished: Promise<DownloadProgress>;
  /** Within a second; what is here stays, also over a reload. */
  pause(): Promise<void>;
  /** Stops and frees the room. */
  cancel(): Promise<void>;
}
