import type { ModelOrigin, StoredModel } from '../StoredModel';
import type { ExpectedHash } from '../Hasher';

/** A file to download: where exactly it lies, and what it must come to. Plain data. */
export interface PlannedDownload {
  /** Inside the model. */
  readonly path: string;
  readonly url: string;
  /** Id of its host. */
  readonly host: string;
  readonly sizeBytes: number;
  readonly expected: ExpectedHash;
}

/** All of a download, as it is written down before its first byte. Plain data. */
export interface DownloadPlan {
  /** Id of the entry, and of the model when it is done. */
  readonly entry: string;
  /** The entry's sources as they were: another version of the app may have others. */
  readonly sources: string;
  readonly engine: StoredModel['engine'];
  readonly name: string;
  readonly origin: ModelOrigin;
  readonly files: readonly PlannedDownload[];
}

/** `models/<id>.download`: a download that is not done. */
export interface DownloadRecord {
  readonly plan: DownloadPlan;
  /** SHA-256 of the files that are whole and were held against their hash, by path. */
  readonly whole: Readonly<Record<string, string>>;
}
