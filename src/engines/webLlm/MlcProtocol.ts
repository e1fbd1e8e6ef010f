import type { ChatCompletionChunk, WorkerRequest, WorkerResponse } from '@mlc-ai/web-llm';
import type { ContinuationScore } from '../Engine';

/**
 * What the engine's worker tells unasked, beyond the library's own messages: that the GPU is lost, or has found a fault
 * that nobody waits for.
 */
export interface GpuNews {
  readonly kind: 'gpuLost' | 'gpuFault';
  readonly content: string;
}

/** That a token of a text has been scored: the only sign of life until the whole text is. */
export interface TokenScored {
  readonly kind: 'tokenScored';
}

/** What it is asked beyond them: how likely a text is behind a message. Null when there is no room for it. */
export interface ScoreRequest {
  readonly kind: 'score';
  readonly uuid: string;
  readonly content: ScoreContent;
}

export interface ScoreContent {
  readonly modelId: string;
  readonly message: string;
  readonly continuation: string;
  /** True of a model that has to be told not to think aloud. */
  readonly thinks: boolean;
  /** True of a tokenizer that puts a space before every text. */
  readonly addsSpace: boolean;
}

/** What the worker answers to it. */
export interface ScoreResponse {
  readonly kind: 'return' | 'throw';
  readonly uuid: string;
  readonly content: ContinuationScore | string | null;
}

export type MlcRequest = WorkerRequest | ScoreRequest;
export type MlcResponse = WorkerResponse | ScoreResponse | TokenScored | GpuNews;

/** What a request answers with, by its kind. */
export interface MlcAnswers {
  reload: null;
  chatCompletionStreamInit: null;
  /** Nothing when the stream is at its end. */
  completionStreamNextChunk: ChatCompletionChunk | undefined;
  completionStreamReturn: null;
  getMessage: string;
  score: ContinuationScore | null;
}

/** A worker, as far as it is used here; a test hands in one of its own. */
export interface MlcPort {
  postMessage(message: MlcRequest): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: MlcResponse }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: object) => void): void;
}
