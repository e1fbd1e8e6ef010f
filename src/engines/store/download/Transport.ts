import type { Bytes } from '../Shelf';

/** What reaches a host. In the app the page does, for the worker that asks: its policy decides where to. */
export interface Transport {
  /** Rejects when no answer comes. Redirects are followed. */
  open(request: TransportRequest, signal: AbortSignal): Promise<Reply>;
}

export interface TransportRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ReplyHead {
  readonly status: number;
  /** Where the answer came from in the end. */
  readonly url: string;
  /** Names in lower case; only those that the host lets a page see. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Reply extends ReplyHead {
  /** The next bytes, null at the end; rejects when the connection breaks. */
  read(): Promise<Bytes | null>;
  /** No more is wanted. */
  cancel(): void;
}
