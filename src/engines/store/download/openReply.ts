import type { ModelHost } from '../../CatalogueEntry';
import { Failure } from '../../../problems/Failure';
import type { Bytes } from '../Shelf';
import { Hitch } from './Hitch';
import { isOfHost } from './hostPolicy';
import { rateLimitMs, retryAfterMs, type Pace } from './Pace';
import type { Reply, Transport, TransportRequest } from './Transport';

/** What of which host is asked for, and how. */
export interface Asking {
  readonly transport: Transport;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly host: ModelHost;
  /** For people. */
  readonly file: string;
}

/** An answer worth reading (200, 206 or 416): a Hitch where another try may help, a Failure where none will. */
export async function openReply(request: TransportRequest, asking: Asking): Promise<Reply> {
  const { transport, host, file, pace, signal } = asking;
  const giveUp = new AbortController();
  const opening = transport.open(request, AbortSignal.any([signal, giveUp.signal]));
  const reply = await inTime(asking, opening, 'did not answer', () => giveUp.abort());
  try {
    if (!isOfHost(reply.url, host)) {
      const other = new URL(reply.url).host;
      throw new Failure('download.strayed', { host: host.name, file, other });
    }
    refuse(reply, host.name, file, pace);
    if (/^text\/html\b/i.test(reply.headers['content-type'] ?? ''))
      throw new Failure('download.webPage', { host: host.name, file });
    return reply;
  } catch (cause) {
    reply.cancel();
    throw cause;
  }
}

function refuse({ status, headers }: Reply, host: string, file: string, pace: Pace): void {
  if (status === 200 || status === 206 || status === 416) return;
  if (status === 429 || status === 503)
    throw new Hitch('is too busy', { waitMs: retryAfterMs(headers['retry-after'], pace) });
  const limitMs = rateLimitMs(headers, pace);
  if (status === 403 && limitMs !== null) throw new Hitch('is too busy', { waitMs: limitMs });
  if (status === 408 || status >= 500) throw new Hitch(`has trouble of its own (answer ${status})`);
  if (status === 401 || status === 403) throw new Failure('download.gated', { host, file, status });
  if (status === 404 || status === 410) throw new Failure('download.notThere', { host, file, status });
  throw new Failure('download.refused', { host, file, status });
}

/** The body, piece by piece; a Hitch when the connection breaks, or when it stands nearly still. */
export async function* readBody(reply: Reply, asking: Asking): AsyncGenerator<Bytes> {
  const { pace } = asking;
  let since = pace.now();
  let bytes = 0;
  try {
    for (;;) {
      const piece = await inTime(asking, reply.read(), 'stopped sending');
      if (piece === null) return;
      bytes += piece.byteLength;
      if (pace.now() - since >= pace.stallMs) {
        if (bytes < pace.stallBytes) throw new Hitch('hardly sends anything');
        since = pace.now();
        bytes = 0;
      }
      yield piece;
    }
  } finally {
    reply.cancel();
  }
}

/** All of a small answer as text. */
export async function readText(reply: Reply, asking: Asking): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of readBody(reply, asking)) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

/** What has not come in time is a Hitch, and `giveUp` is called. A signal ends the wait at once. */
async function inTime<Result>(
  { pace, signal }: Asking,
  result: Promise<Result>,
  tooLate: string,
  giveUp: () => void = () => undefined,
): Promise<Result> {
  const settled = new AbortController();
  const late = pace.sleep(pace.stallMs, AbortSignal.any([signal, settled.signal])).then(() => {
    giveUp();
    throw new Hitch(tooLate);
  });
  // Whichever of the two is slower ends unheard.
  late.catch(() => undefined);
  result.catch(() => undefined);
  try {
    return await Promise.race([result, late]);
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof Hitch || cause instanceof Failure) throw cause;
    throw new Hitch('broke off the connection', { cause });
  } finally {
    settled.abort();
  }
}
