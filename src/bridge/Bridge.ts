import type { RowBatch } from '../dataset/RowBatch';
import type { EngineOptions, ModelCard } from '../engines/Engine';
import type { Problem } from '../problems/Problem';
import type { RunProgress } from '../generation/RunProgress';
import type { Recipe } from '../recipe/Recipe';
import type { Report } from '../evaluation/Report';
import type { DeviceChecks, RehearsalMade } from './DeviceChecks';

export type { RunProgress } from '../generation/RunProgress';

/** Sampled and derived cells of the first rows; written cells are null here. */
export interface Preview {
  /** One per table, in the order of the recipe; empty when a problem is `wrong`. */
  readonly batches: readonly RowBatch[];
  readonly problems: readonly Problem[];
  /** Records the whole run would make, by table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly milliseconds: number;
}

export interface RunRequest {
  readonly runId: string;
  readonly writer: ModelCard;
  /** How the writer has to be loaded on this device, where it cannot be left to the engine. */
  readonly options: Partial<EngineOptions>;
}

export interface RunWatch {
  onProgress(progress: RunProgress): void;
  /** Where it is given, the run begins with a rehearsal and is paused there when it is told what speaks against it. */
  readonly onRehearsed?: OnRehearsed | undefined;
}

/** Resolves to what speaks against going on; empty when nothing does. */
export type OnRehearsed = (made: RehearsalMade) => Promise<readonly Problem[]>;

export interface RunControl {
  readonly runId: string;
  /** Settles when the run is done, paused, cancelled or failed; never rejects. */
  readonly finished: Promise<RunProgress>;
  pause(): Promise<void>;
  /** Within a second; what is stored stays. */
  cancel(): Promise<void>;
}

export interface ImportedFile {
  readonly recipe: Recipe;
  readonly document: string;
  readonly notes: readonly Problem[];
}

export interface ExportRequest {
  readonly runId: string;
  readonly table: string;
  readonly exporter: string;
  /** Options of the exporter, its defaults filled in. */
  readonly options: unknown;
}

/** The page's one door to the workers. Every method takes and returns plain data. */
export interface Bridge {
  /** A later call supersedes an earlier one, which then resolves to null. */
  preview(document: string, rowsPerTable: number): Promise<Preview | null>;
  /** Starts or resumes; rejects with a Failure when the run is open in another tab. */
  run(request: RunRequest, watch: RunWatch): Promise<RunControl>;
  importFile(file: File, signal: AbortSignal, onProgress: (share: number) => void): Promise<ImportedFile>;
  /** Streamed from storage batch by batch; the whole file is never in memory. */
  exportFile(request: ExportRequest, signal: AbortSignal): ReadableStream<Uint8Array>;
  report(runId: string, onProgress: (share: number) => void): Promise<Report>;
  readonly writers: Writers;
  readonly device: DeviceChecks;
}

/** Writers on this device: the embedded one, and those that the user brought as files. */
export interface Writers {
  list(): Promise<readonly ModelCard[]>;
  /** The one that the user wants to write with; null when they never said or it is gone. */
  chosen(): Promise<string | null>;
  choose(id: string): Promise<void>;
  /** One file, the parts of one model, a folder's files or a zip. Rejects with a Failure that says why they can be no writer. */
  add(files: readonly File[], signal: AbortSignal, onProgress: (share: number) => void): Promise<ModelCard>;
  /** Rejects with a Failure while the writer is in use, in whatever window. */
  remove(card: ModelCard): Promise<void>;
  /** Why a writer cannot be removed now, with the id of the run in `values.run` where that is why; null when it can. */
  reviewRemoval(card: ModelCard): Promise<Problem | null>;
}
