import type { ChatCompletionRequestStreaming } from '@mlc-ai/web-llm';
import type { ContinuationScore } from '../../src/engines/Engine';
import type { MlcPort, ScoreContent, MlcRequest, MlcResponse } from '../../src/engines/webLlm/MlcProtocol';

export interface Script {
  /** What the library says while it loads, before it is ready. */
  readonly progress?: readonly string[];
  /** The reply's tokens, by the request; an Error in the place of a token is thrown. */
  readonly reply?: (request: ChatCompletionRequestStreaming) => readonly (string | Error)[];
  readonly finish?: 'stop' | 'length';
  readonly reloadFault?: string;
  /** What a text is scored, by what was asked; an Error is thrown. */
  readonly score?: (content: ScoreContent) => ContinuationScore | null | Error;
  /** Kinds of requests that are never answered. */
  readonly silent?: readonly string[];
}

interface Stream {
  readonly tokens: readonly (string | Error)[];
  at: number;
}

/** Speaks web-llm 0.2.86's worker protocol from a script, one answer a message, as its worker does. */
export class ScriptedMlc implements MlcPort {
  readonly heard: MlcRequest[] = [];
  terminated = false;
  private readonly listeners = new Map<string, ((event: never) => void)[]>();
  private readonly streams = new Map<string, Stream>();
  private message = '';

  constructor(private readonly script: Script = {}) {}

  addEventListener(type: string, listener: (event: never) => void): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener]);
  }

  postMessage(request: MlcRequest): void {
    // Only what can be cloned crosses.
    this.heard.push(structuredClone(request));
    setTimeout(() => this.act(request), 0);
  }

  terminate(): void {
    this.terminated = true;
  }

  /** As the real one does, unasked. */
  emit(type: 'message' | 'error' | 'messageerror', event: object): void {
    if (!this.terminated) for (const listener of this.listeners.get(type) ?? []) listener(event as never);
  }

  /** Of this kind, the last that was asked, as a script that was silent about it. */
  answer(kind: string, content: unknown): void {
    const uuid = this.heard.findLast((request) => request.kind === kind)?.uuid ?? '';
    this.emit('message', { data: { kind: 'return', uuid, content } });
  }

  requests(): readonly ChatCompletionRequestStreaming[] {
    return this.heard
      .filter(({ kind }) => kind === 'chatCompletionStreamInit')
      .map(({ content }) => (content as { request: ChatCompletionRequestStreaming }).request);
  }

  private act({ kind, uuid, content }: MlcRequest): void {
    if (this.script.silent?.includes(kind) === true) return;
    const send = (response: MlcResponse): void => this.emit('message', { data: response });
    try {
      if (kind === 'setAppConfig' || kind === 'setLogLevel') return;
      if (kind === 'reload') {
        for (const text of this.script.progress ?? []) {
          send({ kind: 'initProgressCallback', uuid: '', content: { progress: 0, timeElapsed: 0, text } });
        }
      }
      send({ kind: 'return', uuid, content: this.contentFor(kind, content) as never });
    } catch (error) {
      send({ kind: 'throw', uuid, content: String(error) });
    }
  }

  private contentFor(kind: string, content: unknown): unknown {
    const { streamId = '', request } = content as {
      streamId?: string;
      request: ChatCompletionRequestStreaming;
    };
    if (kind === 'reload') {
      if (this.script.reloadFault !== undefined) throw this.script.reloadFault;
      return null;
    }
    if (kind === 'chatCompletionStreamInit') {
      this.message = '';
      this.streams.set(streamId, { tokens: this.script.reply?.(request) ?? ['A', ' reply.'], at: 0 });
      return null;
    }
    if (kind === 'completionStreamNextChunk') return this.chunk(streamId);
    if (kind === 'completionStreamReturn') {
      this.streams.delete(streamId);
      return null;
    }
    if (kind === 'getMessage') return this.message;
    if (kind === 'score') {
      const score = this.script.score?.(content as ScoreContent) ?? null;
      if (score instanceof Error) throw score;
      return score;
    }
    throw new Error(`not scripted: ${kind}`);
  }

  private chunk(streamId: string): unknown {
    const stream = this.streams.get(streamId);
    if (stream === undefined)
      throw new Error('InternalError: Chunk generator in worker should be instantiated by now.');
    const { tokens } = stream;
    const at = stream.at++;
    const token = tokens[at];
    if (token instanceof Error) throw token;
    if (token !== undefined) {
      this.message += token;
      return { choices: [{ index: 0, delta: { content: token, role: 'assistant' }, finish_reason: null }] };
    }
    if (at === tokens.length) {
      return { choices: [{ index: 0, delta: {}, finish_reason: this.script.finish ?? 'stop' }] };
    }
    if (at === tokens.length + 1) {
      return { choices: [], usage: { completion_tokens: tokens.length + 1, prompt_tokens: 7 } };
    }
    this.streams.delete(streamId);
    return undefined;
  }
}
