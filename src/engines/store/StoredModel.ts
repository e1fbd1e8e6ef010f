import type { GgufAbout } from '../shared/gguf/inspectGguf';

/** A model on this device. Plain data; `ModelStore` keeps its files. */
export interface StoredModel {
  readonly id: string;
  readonly engine: 'llamaCpp' | 'webLlm';
  /** As it was called when it came: a file, a folder or a zip; of a download its name in the catalogue. */
  readonly fileName: string;
  /** All files together. */
  readonly sizeBytes: number;
  /** Of its only file; of several, of the lines `hash  path` in the order of `files`, as `sha256sum` prints them. */
  readonly sha256: string;
  /** Parts of weights in their order. Never empty. */
  readonly files: readonly StoredFile[];
  readonly about: ModelAbout;
  /** Absent of a model that came from the user's own files without a manifest. */
  readonly origin?: ModelOrigin;
  /** True of a model that an earlier version kept: its one file lies beside its description. */
  readonly flat?: boolean;
}

export interface StoredFile {
  /** Inside the model: `qwen3-0.6b.gguf`, `params_shard_0.bin`. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Of the bytes that lie here. */
  readonly sha256: string;
  /** Whose hash these bytes were held against when they came; `nobody` when there was none to compare with. */
  readonly statedBy: StatedBy;
}

/** `catalogue`: known to this app; `host`: as the host stated it; `manifest`: of an export; `model`: by its own list. */
export type StatedBy = 'catalogue' | 'host' | 'manifest' | 'model' | 'nobody';

export type ModelAbout = GgufAbout | MlcAbout;

/** What an MLC folder says about itself. */
export interface MlcAbout {
  readonly name: string;
  readonly architecture: string;
  readonly contextTokens: number;
  /** `q4f16_1` and the like. */
  readonly quantisation: string;
  /** Name of the compiled library that the weights need. */
  readonly library: string;
  readonly licence?: string;
  /** The form of prompts and replies that it was trained on, where that is the app's own. */
  readonly writerForm?: number;
}

/** Where a downloaded model came from. */
export interface ModelOrigin {
  /** Id and name in the catalogue. */
  readonly entry: string;
  readonly name: string;
  readonly publisher: string;
  readonly licence: string;
  readonly languages: readonly string[];
  /** Name of the host. */
  readonly host: string;
  /** The commit that the files are of. */
  readonly revision: string;
}

/** What looking again at the bytes of a model found. */
export interface Verification {
  /** Paths of files that are missing or not what they were; empty when all is well. */
  readonly damaged: readonly string[];
  readonly checkedBytes: number;
}
