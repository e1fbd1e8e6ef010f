import { transfer } from 'comlink';
import type { ReplyHead, Transport } from '../engines/store/download/Transport';

/**
 * The page's side of a worker's requests: the page fetches, so that its own policy decides where to. Plain calls and
 * plain data; a request goes by its number.
 */
export interface PageTransport {
  open(request: number, url: string, headers: Readonly<Record<string, string>>): Promise<ReplyHead>;
  read(request: number): Promise<Uint8Array<ArrayBuffer> | null>;
  cancel(request: number): Promise<void>;
}

interface Opened {
  readonly stop: AbortController;
  reader?: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
}

/** In the page. No cookies, no referrer, and nothing is kept by the browser's cache: the store is where it is kept. */
export function createPageTransport(): PageTransport {
  const requests = new Map<number, Opened>();
  return {
    async open(request, url, headers) {
      const opened: Opened = { stop: new AbortController() };
      requests.set(request, opened);
      const response = await fetch(url, {
        headers,
        signal: opened.stop.signal,
        mode: 'cors',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
      opened.reader = response.body?.getReader();
      return { status: response.status, url: response.url, headers: Object.fromEntries(response.headers) };
    },
    async read(request) {
      const part = await requests.get(request)?.reader?.read();
      if (part === undefined || part.done) return null;
      return transfer(part.value, [part.value.buffer]);
    },
    async cancel(request) {
      requests.get(request)?.stop.abort();
      requests.delete(request);
    },
  };
}

/** In the worker. */
export function transportThrough(page: PageTransport): Transport {
  let next = 0;
  return {
    async open({ url, headers }, signal) {
      const request = next++;
      const cancel = (): void => {
        signal.removeEventListener('abort', cancel);
        void page.cancel(request).catch(() => undefined);
      };
      signal.addEventListener('abort', cancel, { once: true });
      try {
        const head = await page.open(request, url, headers);
        return { ...head, read: () => page.read(request), cancel };
      } catch (cause) {
        cancel();
        throw cause;
      }
    },
  };
}
