import type { WorkerRequest } from '@mlc-ai/web-llm';
import type { MlcAnswers, MlcPort, MlcRequest, MlcResponse } from './MlcProtocol';

/** What the browser says to who waits for a GPU that is gone; why it is gone comes a moment later. */
const ofALostGpu = /mapAsync|GPUBuffer|is lost/;
/** So long that why may take, milliseconds. */
const graceMs = 500;

interface Asked {
  resolve(answer: unknown): void;
  reject(cause: unknown): void;
}

/**
 * This side of the worker with the library in it, in the library's own messages. The library's own client would load
 * all of it once more on this side, and leaves every promise open when the worker dies.
 */
export class MlcWorker {
  private readonly asked = new Map<string, Asked>();
  private next = 0;
  private scored = 0;
  private cause: Error | undefined;

  /** `onProgress` hears what the library says while it loads. */
  constructor(
    private readonly port: MlcPort,
    private readonly onProgress: (text: string) => void,
  ) {
    port.addEventListener('message', ({ data }) => this.hear(data));
    for (const event of ['error', 'messageerror'] as const) {
      port.addEventListener(event, (what) => {
        const message = 'message' in what && typeof what.message === 'string' ? what.message : event;
        this.end(new Error(`the worker ended: ${message}`));
      });
    }
  }

  /** Tokens that texts were scored by so far, of those that are still under way too. */
  get tokensScored(): number {
    return this.scored;
  }

  /** Rejects with an Error in the library's own words, and at once when the worker has ended. */
  ask<Kind extends keyof MlcAnswers>(kind: Kind, content: MlcRequest['content']): Promise<MlcAnswers[Kind]> {
    return new Promise((resolve, reject) => {
      if (this.cause !== undefined) return reject(this.cause);
      const uuid = `${this.next++}`;
      this.asked.set(uuid, { resolve: (answer) => resolve(answer as MlcAnswers[Kind]), reject });
      this.port.postMessage({ kind, uuid, content } as MlcRequest);
    });
  }

  /** What the library answers nothing to. */
  tell(kind: 'setAppConfig' | 'setLogLevel', content: WorkerRequest['content']): void {
    this.port.postMessage({ kind, uuid: `${this.next++}`, content });
  }

  /** Ends the worker, whatever it is doing; all that was asked of it rejects with the cause. */
  end(cause: Error): void {
    if (this.cause !== undefined) return;
    this.cause = cause;
    this.port.terminate();
    for (const { reject } of this.asked.values()) reject(cause);
    this.asked.clear();
  }

  private hear(message: MlcResponse): void {
    if (message.kind === 'initProgressCallback') return this.onProgress(message.content.text);
    if (message.kind === 'heartbeat') return;
    if (message.kind === 'tokenScored') return void this.scored++;
    if (!('uuid' in message)) return this.end(new Error(`${message.kind}: ${message.content}`));
    if (message.kind === 'return')
      return this.settle(message.uuid, (asked) => asked.resolve(message.content));
    const cause = new Error(String(message.content));
    const reject = (): void => this.settle(message.uuid, (asked) => asked.reject(cause));
    if (ofALostGpu.test(cause.message)) setTimeout(reject, graceMs);
    else reject();
  }

  private settle(uuid: string, how: (asked: Asked) => void): void {
    const asked = this.asked.get(uuid);
    this.asked.delete(uuid);
    if (asked !== undefined) how(asked);
  }
}
