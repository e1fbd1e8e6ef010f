import type { CellLineage, FieldPath } from '../dataset/RowBatch';
import type { LoadedFacts } from '../engines/Engine';
import type { SelfTest } from '../engines/selfTest/SelfTest';
import type { Rehearsal } from '../evaluation/rehearsal/Rehearsal';
import type { Problem } from '../problems/Problem';

/** A piece of work: a recipe with its versions and runs. */
export interface Work {
  readonly id: string;
  readonly title: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** A saved recipe. Versions of one work count from 1 and are never overwritten. */
export interface RecipeVersion {
  readonly workId: string;
  readonly version: number;
  readonly savedAt: number;
  /** The document exactly as the user has it, even while it is not yet a valid recipe. */
  readonly document: string;
}

export type RunStatus = 'running' | 'paused' | 'done' | 'cancelled' | 'failed';

export interface ReasonCount {
  readonly code: Problem['code'];
  readonly path: FieldPath;
  readonly count: number;
}

/** Counts over whole records; `made` never exceeds `requested`. */
export interface RunCounts {
  readonly requested: number;
  /** Stored records, marked ones included. */
  readonly made: number;
  /** Stored records with at least one written cell that no attempt could get past the checks. */
  readonly marked: number;
  /** Attempts at written cells beyond the first. */
  readonly retried: number;
  /** Written cells that were kept. */
  readonly cells: number;
  readonly tokens: number;
  /** Time spent running, pauses and absences left out. */
  readonly milliseconds: number;
  /** Why attempts failed, all attempts counted. */
  readonly reasons: readonly ReasonCount[];
}

export interface RunTable {
  readonly table: string;
  readonly rows: number;
}

export interface Run {
  readonly id: string;
  readonly workId: string;
  readonly recipeVersion: number;
  /** The recipe this run follows, frozen. */
  readonly document: string;
  readonly seed: number;
  readonly status: RunStatus;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly tables: readonly RunTable[];
  /** Null until an engine has been loaded, and for recipes without written fields. */
  readonly writer: LoadedFacts | null;
  readonly counts: RunCounts;
  /** Why it failed or what it could not meet. */
  readonly problems: readonly Problem[];
}

/** One stored chunk; `bytes` is what the chunk codec made of a RowBatch. */
export interface Chunk {
  readonly runId: string;
  readonly table: string;
  readonly chunkNo: number;
  readonly start: number;
  readonly rowCount: number;
  readonly bytes: ArrayBuffer;
}

/** What is known of a stored chunk without its bytes. */
export type ClosedChunk = Pick<Chunk, 'chunkNo' | 'start' | 'rowCount'>;

/** The written cells of one record whose chunk is still open. */
export interface JournalEntry {
  readonly runId: string;
  readonly table: string;
  readonly row: number;
  readonly cells: Readonly<Record<FieldPath, string | null>>;
  readonly lineage: Readonly<Record<FieldPath, CellLineage>>;
}

/** What the self-test of one model on one device came to. */
export interface SelfTestResult {
  /** Fingerprint of the device. */
  readonly device: string;
  readonly modelSha256: string;
  readonly testedAt: number;
  /** Null where the model could not be loaded or ended under the test: `problem` then says why. */
  readonly test: SelfTest | null;
  /** The test on the GPU that came before `test` and did not pass; null where there was none. */
  readonly refused: SelfTest | null;
  readonly problem: Problem | null;
}

/** The latest rehearsal of one piece of work with one model on one device. */
export interface RehearsalResult {
  readonly device: string;
  readonly modelSha256: string;
  readonly workId: string;
  /** Of the recipe that was rehearsed. */
  readonly recipeVersion: number;
  readonly rehearsedAt: number;
  readonly rehearsal: Rehearsal;
}
