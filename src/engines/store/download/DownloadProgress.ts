import type { Problem } from '../../../problems/Problem';
import type { StoredModel } from '../StoredModel';

/**
 * `asking` the host what it has; `checking` what is here already; `downloading`; `waiting` to try again;
 * then one of the ends.
 */
export type DownloadPhase =
  'asking' | 'checking' | 'downloading' | 'waiting' | 'done' | 'paused' | 'cancelled' | 'failed';

/** Where a download stands. Plain data. */
export interface DownloadProgress {
  /** Id of the entry of the catalogue. */
  readonly entry: string;
  readonly phase: DownloadPhase;
  /** The file at hand, and how many are whole of how many; zero of zero while the host is asked. */
  readonly file: string;
  readonly wholeFiles: number;
  readonly files: number;
  /** Bytes that are here, of all files, and that there will be; zero while the host is asked. */
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Of the last seconds; zero unless `downloading`. */
  readonly bytesPerSecond: number;
  /** Milliseconds until the next try; zero unless `waiting`. */
  readonly waitMs: number;
  /** Why it waits or failed; null otherwise. */
  readonly problem: Problem | null;
  /** When it is done. */
  readonly model: StoredModel | null;
}
