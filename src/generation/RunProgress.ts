import type { RowBatch } from '../dataset/RowBatch';
import type { LoadedFacts } from '../engines/Engine';
import type { Problem } from '../problems/Problem';
import type { RunCounts, RunStatus } from '../storage/records';

/** What the screen is told about a run, a few times a second. Plain data. */
export interface RunProgress {
  readonly runId: string;
  readonly status: RunStatus;
  /** What is happening now. */
  readonly phase: 'starting' | 'loading writer' | 'drawing' | 'rehearsing' | 'writing' | 'finished';
  readonly table: string | null;
  readonly counts: RunCounts;
  /** Written cells per second over the last seconds; sampled-only runs count records. */
  readonly cellsPerSecond: number;
  readonly tokensPerSecond: number;
  /** Null until it can be said. */
  readonly remainingMs: number | null;
  readonly writer: LoadedFacts | null;
  /** The newest finished records of the table at work, at most 20. */
  readonly latest: RowBatch | null;
  readonly problems: readonly Problem[];
}
