import type { RowBatch } from '../dataset/RowBatch';
import type {
  ClosedChunk,
  JournalEntry,
  RecipeVersion,
  RehearsalResult,
  Run,
  SelfTestResult,
  Work,
} from './records';

/**
 * Everything kept on this device. All methods reject with a Failure (`storage.full`, `storage.unavailable`,
 * `storage.damaged`); none is called inside a transaction of the caller's.
 */
export interface Store {
  /** Newest first. */
  works(): Promise<Work[]>;
  work(workId: string): Promise<Work | undefined>;
  createWork(title: string, document: string): Promise<Work>;
  /** Saves a new version unless the document equals the latest one; returns the latest. */
  saveRecipe(workId: string, title: string, document: string): Promise<RecipeVersion>;
  latestRecipe(workId: string): Promise<RecipeVersion | undefined>;
  recipeVersions(workId: string): Promise<RecipeVersion[]>;
  /** With its versions, runs, records and rehearsals. */
  deleteWork(workId: string): Promise<void>;

  createRun(run: Run): Promise<void>;
  updateRun(runId: string, change: Partial<Omit<Run, 'id'>>): Promise<void>;
  run(runId: string): Promise<Run | undefined>;
  /** Newest first. */
  runsOf(workId: string): Promise<Run[]>;
  /** Runs left `running` or `paused`, for the offer to resume. */
  unfinishedRuns(): Promise<Run[]>;
  deleteRun(runId: string): Promise<void>;

  appendJournal(entries: readonly JournalEntry[]): Promise<void>;
  journal(runId: string, table: string, start: number, rowCount: number): Promise<JournalEntry[]>;
  /** Stores the chunk and drops its journal entries in one transaction; storing the same chunk again changes nothing. */
  closeChunk(runId: string, chunkNo: number, batch: RowBatch): Promise<void>;
  /** What is stored of a table, in row order; a run that was stopped may have left its last chunk short. */
  closedChunks(runId: string, table: string): Promise<ClosedChunk[]>;
  /** Batch by batch in row order, from the chunk that holds `fromRow`. */
  readBatches(runId: string, table: string, fromRow?: number): AsyncIterable<RowBatch>;
  /** Rows [start, start + count) as one batch; shorter at the end of the table. */
  readRows(runId: string, table: string, start: number, count: number): Promise<RowBatch>;
  rowCount(runId: string, table: string): Promise<number>;

  /** Of every device that this browser was. */
  selfTests(): Promise<SelfTestResult[]>;
  /** In place of the earlier one of the same device and model. */
  saveSelfTest(result: SelfTestResult): Promise<void>;
  /** Of one piece of work, on every device that this browser was. */
  rehearsals(workId: string): Promise<RehearsalResult[]>;
  /** In place of the earlier one of the same work, device and model. */
  saveRehearsal(result: RehearsalResult): Promise<void>;
  /** Forgets self-tests and rehearsals of other models than these, and of all devices but the latest three. */
  pruneChecks(modelSha256s: readonly string[]): Promise<void>;

  /** Runs `work` as the only writer of this run in any tab, or returns `busy` at once. Holding the lock keeps the tab from being frozen. */
  withRunLock<Result>(runId: string, work: () => Promise<Result>): Promise<Result | 'busy'>;
  close(): void;
}
