import type { Problem } from '../problems/Problem';
import type { Recipe } from '../recipe/Recipe';

export interface ImportJob {
  readonly signal: AbortSignal;
  /** Share of the file read so far, 0 to 1. */
  progress(share: number): void;
}

/** What was taken from a source file, in words for the screen and as data for the record. */
export interface Imported {
  readonly recipe: Recipe;
  /** What was assumed, what was left out, and what entered the recipe from the file. */
  readonly notes: readonly Problem[];
}

export interface Importer {
  readonly id: string;
  readonly label: string;
  readonly extensions: readonly string[];
  /** 0 (not mine) to 1 (certainly mine), from the first bytes and the name. */
  recognise(start: Uint8Array, fileName: string): number;
  read(file: Blob, fileName: string, job: ImportJob): Promise<Imported>;
}
