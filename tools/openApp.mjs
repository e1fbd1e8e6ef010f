import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { chromiumArguments, ensureChromium } from './chromium.mjs';
import { serve } from './serve.mjs';

/** Chromium asks these by itself, with an empty page too; what a page asks is seen before it gets here. */
const browsersOwn =
  /^(?:https?:\/\/)?(?:update\.googleapis|accounts\.google|optimizationguide-pa\.googleapis|content-autofill\.googleapis)\.com[:/]/;

/**
 * A browser whose every road out ends at a proxy of ours, which refuses and records what was asked.
 * @typedef {{ browser: import('playwright-core').Browser, asked: string[], close: () => Promise<void> }} Chromium
 */

/** @returns {Promise<Chromium>} */
export async function launchChromium() {
  /** @type {string[]} */
  const asked = [];
  /** @param {string | undefined} url */
  const record = (url = '') => {
    if (!browsersOwn.test(url)) asked.push(url);
  };
  const proxy = createServer((request, response) => {
    record(request.url);
    response.writeHead(403).end();
  });
  proxy.on('connect', (request, socket) => {
    record(request.url);
    socket.destroy();
  });
  await new Promise((done) => proxy.listen(0, '127.0.0.1', () => done(undefined)));
  const address = proxy.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [...chromiumArguments, `--proxy-server=http://127.0.0.1:${port}`],
  });
  return {
    browser,
    asked,
    close: async () => {
      await browser.close();
      proxy.close();
    },
  };
}

/**
 * The app in a fresh profile, served with the real headers, everything it does watched.
 * @typedef {object} OpenApp
 * @property {import('playwright-core').Page} page
 * @property {import('playwright-core').BrowserContext} context
 * @property {string} origin
 * @property {string[]} otherHosts every request that did not go to `origin`, the proxy's included
 * @property {string[]} violations of the content security policy
 * @property {string[]} errors uncaught ones, and error lines of the console
 * @property {() => Promise<import('playwright-core').Page>} newPage
 * @property {() => Promise<void>} cutNetwork the browser goes offline and the server is really stopped
 * @property {() => Promise<void>} close
 */

/**
 * @param {Chromium} chromium
 * @param {import('playwright-core').BrowserContextOptions & { folder?: string, headers?: Record<string, string> }} options
 *   `headers` replaces ours on every page
 * @returns {Promise<OpenApp>}
 */
export async function openApp(chromium, { folder = 'dist', headers, ...options } = {}) {
  const server = await serve(folder, headers && { headersFor: () => headers });
  const context = await chromium.browser.newContext({ acceptDownloads: true, ...options });
  // A native dialog cannot be driven; without it the page saves to the downloads, as in Firefox and Safari.
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  const otherHosts = chromium.asked;
  otherHosts.length = 0;
  /** @type {string[]} */
  const violations = [];
  /** @type {string[]} */
  const errors = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isOurs = url.origin === server.origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!isOurs) otherHosts.push(request.url());
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = message.text();
    (text.includes('Content Security Policy') ? violations : errors).push(text);
  });
  const open = async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    return page;
  };
  return {
    page: await open(),
    context,
    origin: server.origin,
    otherHosts,
    violations,
    errors,
    newPage: open,
    cutNetwork: async () => {
      await context.setOffline(true);
      await server.stop();
    },
    close: async () => {
      await context.close();
      await server.stop();
    },
  };
}
