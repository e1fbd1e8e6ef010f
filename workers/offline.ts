/// <reference lib="webworker" />
import { cacheNames, clientsClaim } from 'workbox-core';
import {
  addPlugins,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  getCacheKeyForURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { headersFor } from '../tools/headers.mjs';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

const entries = self.__WB_MANIFEST;
const urls = entries.map((entry) => (typeof entry === 'string' ? entry : entry.url));

/** What "Ready offline" stands on, part by part. */
interface OfflineParts {
  readonly shell: boolean;
  readonly engine: boolean;
  readonly writer: boolean;
}

function partOf(url: string): keyof OfflineParts {
  if (url.startsWith('writer/')) return 'writer';
  return url.endsWith('.wasm') ? 'engine' : 'shell';
}

async function isCached(part: keyof OfflineParts): Promise<boolean> {
  const wanted = urls.filter((url) => partOf(url) === part);
  const cache = await caches.open(cacheNames.precache);
  const found = await Promise.all(wanted.map((url) => cache.match(getCacheKeyForURL(url) ?? url)));
  return wanted.length > 0 && found.every((response) => response !== undefined);
}

async function offlineParts(): Promise<OfflineParts> {
  const [shell, engine, writer] = await Promise.all([
    isCached('shell'),
    isCached('engine'),
    isCached('writer'),
  ]);
  return { shell, engine, writer };
}

// A host that ignores `_headers` gets the same walls from the second visit on.
addPlugins([
  {
    cacheWillUpdate: async ({ request, response }) => {
      if (!response.ok || response.type !== 'basic') return null;
      const headers = new Headers(response.headers);
      for (const name of ['content-encoding', 'content-length']) headers.delete(name);
      const { pathname } = new URL(request.url);
      for (const [name, value] of Object.entries(headersFor(pathname))) headers.set(name, value);
      return new Response(response.body, { status: response.status, headers });
    },
  },
]);
precacheAndRoute(entries);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')));

// The first visit is served from here at once; an update waits until the page asks for it.
clientsClaim();

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const { type } = (event.data ?? {}) as { readonly type?: unknown };
  if (type === 'SKIP_WAITING') void self.skipWaiting();
  if (type === 'READY?') {
    const [port] = event.ports;
    event.waitUntil(offlineParts().then((parts) => port?.postMessage(parts)));
  }
});
