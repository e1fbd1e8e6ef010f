import type { ChatCompletionChunk, WorkerRequest, WorkerResponse } from '@mlc-ai/web-llm';

/**
 * What the engine's worker tells unasked, beyond the library's own messages: that the GPU is lost, or has found a fault
 * that nobody waits for.
 */
export interface GpuNews {
  readonly kind: 'gpuLost' | 'gpuFault';
  readonly content: string;
}

export type MlcRequest = WorkerRequest;
export type MlcResponse = WorkerResponse | GpuNews;

/** What a request answers with, by its kind. */
export interface MlcAnswers {
  reload: null;
  chatCompletionStreamInit: null;
  /** Nothing when the stream is at its end. */
  completionStreamNextChunk: ChatCompletionChunk | undefined;
  completionStreamReturn: null;
  getMessage: string;
}

/** A worker, as far as it is used here; a test hands in one of its own. */
export interface MlcPort {
  postMessage(message: MlcRequest): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: MlcResponse }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: object) => void): void;
}
