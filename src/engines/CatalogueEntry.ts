/** Somewhere models may come from. Plain data. */
export interface ModelHost {
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** Asked for files and for what it says about them, without a slash at the end. */
  readonly origins: readonly string[];
  /** Where it may send a request on to, as sources of a Content-Security-Policy: `https://*.example.org`. */
  readonly redirects: readonly string[];
}

/** Where some of a model's files lie: one folder of one host. */
export interface FileSource {
  /** Id of a `ModelHost`. */
  readonly host: string;
  /** How the host is asked what it has: each has a way of its own to state hashes. */
  readonly listing: 'huggingFace' | 'gitHub';
  /** `owner/name`. */
  readonly repository: string;
  /** A branch, or a commit, which never changes. A branch is looked up once and its commit kept. */
  readonly revision: string;
  /** Inside the repository; empty for its root. */
  readonly folder?: string;
  readonly files: readonly CatalogueFile[];
}

export interface CatalogueFile {
  /** Below `folder`. One `*` stands for anything but a slash: how many parts there are, the host says. */
  readonly path: string;
  /** Used in its place where the host has no file of the first path. */
  readonly otherwise?: string;
  /** May be missing at the host. */
  readonly optional?: boolean;
  /** Only where it is known for certain; otherwise what the host states counts. */
  readonly sha256?: string;
}

/** How a chat is put into words for a model. Its own template says it exactly; this is for people. */
export type PromptFormat = 'ChatML' | 'Llama 3' | 'Gemma' | 'Phi';

/** A model that can be downloaded. Plain data. */
export interface CatalogueEntry {
  /** Lower case, digits, dots and hyphens: it names things on disk. */
  readonly id: string;
  /** Without its size: `SmolLM2`. */
  readonly family: string;
  /** With its size: `SmolLM2 360M`. */
  readonly name: string;
  readonly publisher: string;
  /** `llamaCpp` reads GGUF, `webLlm` reads MLC. */
  readonly engine: 'llamaCpp' | 'webLlm';
  /** What it is good for, in one sentence without jargon. */
  readonly summary: string;
  readonly licence: ModelLicence;
  readonly parameters: number;
  /** As its makers call it: `Q4_K_M`, `q4f16_1`. */
  readonly quantisation: string;
  /** All files together, about: the exact size is asked of the host before a download. */
  readonly sizeBytes: number;
  /** Of the engine with a context of 4,096 tokens, about; on the GPU where `engine` is `webLlm`. */
  readonly memoryBytes: number;
  /** The most tokens it was made to hold. */
  readonly contextTokens: number;
  /** Languages its makers name, as BCP 47 tags, the best first. */
  readonly languages: readonly string[];
  readonly promptFormat: PromptFormat;
  /** The GPU must compute with 16-bit numbers (`shader-f16`); see `twin` where it cannot. */
  readonly needsF16?: boolean;
  /** Id of the same model for GPUs without 16-bit numbers. */
  readonly twin?: string;
  readonly sources: readonly FileSource[];
}

export interface ModelLicence {
  readonly name: string;
  /** What it asks of the user, in one sentence. */
  readonly summary: string;
}
