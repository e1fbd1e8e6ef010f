import type { WritingTask } from '../fields/FieldType';
import type { Problem } from '../problems/Problem';
import type { GpuFacts } from './shared/gpu/GpuFacts';
import type { WasmFeatures } from './shared/wasm/WasmFeatures';
import type { SlottedFact } from './slots/slotFacts';
import type { TextKind, WriterCard } from './WriterCard';

/** What a model needs to be offered, loaded and prompted. Plain data. */
export interface ModelCard {
  readonly id: string;
  readonly label: string;
  /** Id of the engine that runs it. */
  readonly engine: string;
  /** Where the file lies: relative to the app's own base, or of a writer that the user brought its id in the store. */
  readonly file: string;
  /** True of a writer that the user brought; see store/. */
  readonly stored?: boolean;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** Tokens a slot can hold, prompt and reply together. */
  readonly contextTokens: number;
  /** Numbers the attention remembers of a token, over all layers; absent where it is not known. */
  readonly valuesPerToken?: number;
  /** Jinja template that gives the raw prompt: over a `WritingTask`, or with `slots` over what `slotPrompt` hands it. */
  readonly promptTemplate: string;
  /** Jinja template of the model's own that wraps the prompt as a message; absent where the prompt is whole. */
  readonly chatTemplate?: string;
  /** True of a writer that leaves the values of facts to slots, which are filled when it has written; see slots/. */
  readonly slots?: boolean;
  readonly temperature: number;
  /** Of a cell that failed its checks before: more variety, so that another try is another text. */
  readonly retryTemperature: number;
  /** Tokens per word to allow for; sets the reply's limit from `words.max`, with `slots` from the words of its prose. */
  readonly tokensPerWord: number;
  /** Kinds of text it knows, to be offered; absent when it was trained for none in particular. */
  readonly kinds?: readonly TextKind[];
  /** What it says about itself, for people; absent when nobody has written it. */
  readonly about?: WriterCard;
}

/** A task made ready for one model. */
export interface RenderedTask {
  readonly prompt: string;
  /** GBNF; absent for free text. */
  readonly grammar?: string;
  readonly maxTokens: number;
  readonly temperature: number;
  /** 32-bit unsigned. */
  readonly seed: number;
  /** Marks between which the reply shall not say again what it has said; absent where repeats are not looked at. */
  readonly repeatsBetween?: readonly string[];
  /** What every reply would begin with: it stands at the end of the prompt, and the reply goes on behind it. */
  readonly begun?: string;
  /** What the slots of the reply stand for; absent where the reply is the text. */
  readonly facts?: readonly SlottedFact[];
}

export interface Written {
  readonly text: string;
  readonly tokens: number;
  readonly promptTokens: number;
  readonly milliseconds: number;
  /** `length` when the limit cut the reply short. */
  readonly finish: 'stop' | 'length';
}

/** One question of how likely some texts go on from a prompt. */
export interface ScoringTask {
  /** Of a `Writer` as a person would put it, for the model's chat template to wrap; of a `LoadedModel` as it is. */
  readonly prompt: string;
  /** Each on its own right behind the prompt, with the space that sets it off where it needs one: `[' yes', ' no']`. */
  readonly continuations: readonly string[];
}

export interface TokenScore {
  /** What the token spells; a whole character where the model takes several tokens for it. */
  readonly text: string;
  /**
   * ln P(token | prompt and the tokens before it), nats, at most 0: of the model itself at temperature 1, before any
   * grammar, penalty or cut. A probability too small for the engine's numbers counts as `leastLogProbability`; a
   * character of several tokens counts 0 where the engine cannot tell.
   */
  readonly logProbability: number;
}

export interface ContinuationScore {
  /** Sum over `tokens`, nats, at most 0; 0 for an empty continuation. The end of the text is not counted in. */
  readonly logProbability: number;
  /** In order; together they spell the continuation as the model's own tokenizer does. */
  readonly tokens: readonly TokenScore[];
}

/** Near the logarithm of the smallest 32-bit float, nats. */
export const leastLogProbability = -104;

/** What the engine reports about where it really runs, read from the engine and not assumed. */
export interface LoadedFacts {
  readonly engine: string;
  readonly backend: string;
  readonly model: string;
  readonly modelSha256: string;
  readonly slots: number;
  readonly threads: number;
  /** Set where it is told the names of the facts and never a value, so that it can decide nothing by them. */
  readonly seesNoValues?: true;
  /** Why it runs on the CPU; absent where it does not. */
  readonly whyCpu?: Problem;
}

/** A cell and the writer that wrote it: the id of its card. */
export interface WrittenBy extends Written {
  readonly model: string;
}

/** What happened to a writer on the way, and what it is since. */
export interface WriterNews {
  readonly problem: Problem;
  readonly facts: LoadedFacts;
  /** How far it has come down its plan; 0 is the first step. */
  readonly step: number;
}

/** Something that writes cells: an engine in a worker, or a scripted writer in a test. */
export interface Writer {
  /** As it is now; it may come down to fewer slots or another model. */
  readonly facts: LoadedFacts;
  /** Rejects with AbortError on cancel and with a Failure when the engine is past recovery. */
  write(task: WritingTask, seed: number, signal: AbortSignal): Promise<WrittenBy>;
  /**
   * One score a continuation, in the order of the task; the same whenever it is asked. Rejects as `write` does, and
   * with the Failure `device.tooLongToScore` when a continuation does not fit behind its prompt.
   */
  score(task: ScoringTask, signal: AbortSignal): Promise<readonly ContinuationScore[]>;
  /** `listener` is told what has happened so far, and from now on whenever the writer comes down a step. */
  follow(listener: (news: WriterNews) => void): void;
}

/** A model in memory. When the engine dies, every `write` in flight and every later one rejects. */
export interface LoadedModel {
  readonly facts: LoadedFacts;
  /** Rejects with AbortError on cancel, with a Failure when the engine has died. */
  write(task: RenderedTask, signal: AbortSignal): Promise<Written>;
  /** As `Writer.score`; takes one slot. The engine lives on after `device.tooLongToScore`, after no other Failure. */
  score(task: ScoringTask, signal: AbortSignal): Promise<readonly ContinuationScore[]>;
  /** Steps taken since loading; it stands still when the engine hangs. */
  steps(): number;
  /** The most the engine may be keeping for past cells, MiB; only a restart frees it. */
  heldMiB(): number;
  /** Ends the engine at once, whatever it is doing. */
  unload(): Promise<void>;
}

export interface EngineOptions {
  readonly slots: number;
  readonly threads: number;
  /** Whether to ask for the GPU; where the engine then really runs, `LoadedFacts` says. The CPU when absent. */
  readonly backend?: 'cpu' | 'gpu';
  /** Tokens a slot is given, at most those of the card; those when absent. */
  readonly contextTokens?: number;
  /** Why the CPU was chosen, handed on to `LoadedFacts`. */
  readonly whyCpu?: Problem;
}

export interface Engine {
  readonly id: string;
  readonly label: string;
  /** True of an engine that finds a model's files in the browser's own storage: `load` then gets none. */
  readonly findsFiles?: boolean;
  /** Problems of this device for this engine; never throws. */
  review(device: DeviceFacts): readonly Problem[];
  /** Weights in several files come in their order. */
  load(
    card: ModelCard,
    files: readonly Blob[],
    options: EngineOptions,
    signal: AbortSignal,
  ): Promise<LoadedModel>;
}

export interface DeviceFacts {
  readonly wasm: boolean;
  readonly wasmFeatures: WasmFeatures;
  readonly threads: boolean;
  readonly cores: number;
  /** GiB, as roughly as the browser tells (8 at most in some); null where it keeps that to itself. */
  readonly memoryGiB: number | null;
  /** Null where there is none. */
  readonly gpu: GpuFacts | null;
}
