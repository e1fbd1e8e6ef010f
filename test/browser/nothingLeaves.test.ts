import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect } from 'vitest';
import { modelHosts } from '../../src/engines/catalogue.data';
import { modelSources } from '../../tools/headers.mjs';
import { storedIn } from '../../tools/driveApp.mjs';
import { test } from '../support/browser';

// A host that the page must never reach. It answers everything, so only the page's own walls can stop a request.
const heard: string[] = [];
const canary = createServer((request, response) => {
  heard.push(`${request.method ?? ''} ${request.url ?? ''}`);
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.end('chirp');
});
canary.on('upgrade', (request, socket) => {
  heard.push(`upgrade ${request.url ?? ''}`);
  socket.destroy();
});
const stun = createSocket('udp4');
stun.on('message', () => heard.push('stun'));
let host = '';
let stunPort = 0;

beforeAll(async () => {
  await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
  host = `127.0.0.1:${(canary.address() as AddressInfo).port}`;
  await new Promise<void>((done) => stun.bind(0, '127.0.0.1', done));
  stunPort = stun.address().port;
});
beforeEach(() => {
  heard.length = 0;
});
afterAll(() => {
  canary.close();
  stun.close();
});

/** Every way out that a page or a worker has; runs in the browser. */
async function tryToLeave({ host, stunPort }: { host: string; stunPort: number }): Promise<void> {
  const quiet = (act: () => unknown) => {
    try {
      return Promise.resolve(act()).catch(() => null);
    } catch {
      return Promise.resolve(null);
    }
  };
  const url = (name: string) => `http://${host}/${name}`;
  await quiet(() => fetch(url('fetch')));
  await quiet(() => fetch(url('no-cors'), { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }));
  await quiet(
    () =>
      new Promise((done) => {
        const request = new XMLHttpRequest();
        request.onloadend = done;
        request.open('GET', url('xhr'));
        request.send();
      }),
  );
  await quiet(
    () =>
      new Promise((done) => {
        const socket = new WebSocket(`ws://${host}/ws`);
        socket.onerror = socket.onopen = done;
      }),
  );
  await quiet(
    () =>
      new Promise((done) => {
        const source = new EventSource(url('events'));
        source.onerror = (event) => {
          source.close();
          done(event);
        };
      }),
  );
  await quiet(() => import(/* @vite-ignore */ url('module.js')));
  if (typeof importScripts === 'function') await quiet(() => importScripts(url('script.js')));
  if (typeof document === 'undefined') return;
  navigator.sendBeacon(url('beacon'), 'x');
  const elements: [string, string, string][] = [
    ['img', 'src', ''],
    ['script', 'src', ''],
    ['iframe', 'src', ''],
    ['video', 'src', ''],
    ['embed', 'src', ''],
    ['link', 'href', 'stylesheet'],
    ['link', 'href', 'prefetch'],
    ['link', 'href', 'preconnect'],
    ['link', 'href', 'dns-prefetch'],
    ['link', 'href', 'manifest'],
  ];
  for (const [tag, attribute, rel] of elements) {
    const element = document.createElement(tag);
    if (rel) element.setAttribute('rel', rel);
    element.setAttribute(attribute, url(`${tag}-${rel}`));
    document.body.append(element);
  }
  const form = document.createElement('form');
  form.action = url('form');
  form.method = 'post';
  form.target = '_blank';
  document.body.append(form);
  await quiet(() => {
    form.submit();
  });
  await quiet(() => window.open(url('open')));
  await quiet(async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${stunPort}` }] });
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
  });
  await new Promise((done) => setTimeout(done, 1500));
}

describe('a page or worker that wants to reach another host', () => {
  test('reaches it where our headers are missing, so the walls are what is tested', async ({ chromium }) => {
    const page = await chromium.browser.newPage();
    await page.goto(`http://${host}/`);
    heard.length = 0;
    await page.evaluate(tryToLeave, { host, stunPort });
    expect(heard).toEqual(
      expect.arrayContaining([
        'GET /fetch',
        'POST /no-cors',
        'GET /xhr',
        'upgrade /ws',
        'POST /beacon',
        'stun',
      ]),
    );
    await page.close();
  });

  test('cannot from the page', async ({ app }) => {
    await app.page.evaluate(tryToLeave, { host, stunPort });
    expect(heard).toEqual([]);
    expect(app.violations.length).toBeGreaterThan(0);
  });

  test('cannot from a worker made of text', async ({ app }) => {
    const source = `(${tryToLeave.toString()})(${JSON.stringify({ host, stunPort })}).then(() => postMessage('tried'))`;
    const answer = await app.page.evaluate(
      (text) =>
        new Promise((done) => {
          const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
          worker.onmessage = (event) => done(event.data);
          worker.onerror = (event) => done(event.message);
        }),
      source,
    );
    expect(answer).toBe('tried');
    expect(heard).toEqual([]);
  });

  test('cannot by going there', async ({ app }) => {
    await app.page.evaluate((address) => {
      location.href = address;
    }, `http://${host}/navigation`);
    await app.page.waitForTimeout(1000);
    expect(heard).toEqual([]);
  });
});

describe('the models page', () => {
  test('reaches the hosts of the catalogue', async ({ app }) => {
    await app.page.goto(`${app.origin}/models`);
    for (const source of modelSources) {
      const address = `${source.replace('*', 'mirror.of')}/file`;
      await app.context.route(address, (route) =>
        route.fulfill({ body: 'weights', headers: { 'Access-Control-Allow-Origin': '*' } }),
      );
      const answer = await app.page.evaluate(
        (url) => fetch(url).then((response) => response.text()),
        address,
      );
      expect(answer).toBe('weights');
    }
    expect(app.violations).toEqual([]);
  });

  test('reaches no other host', async ({ app }) => {
    await app.page.goto(`${app.origin}/models`);
    await app.page.evaluate(tryToLeave, { host, stunPort });
    expect(heard).toEqual([]);
    const asked = app.otherHosts.length;
    const names = modelSources.map((source) => source.replace('https://', '').replace('*', 'mirror'));
    const near = names.flatMap((name) => [
      `http://${name}/x`,
      `https://${name}.example/x`,
      `wss://${name}/x`,
    ]);
    const refused = await app.page.evaluate(
      (urls) =>
        Promise.all(
          urls.map((url) =>
            url.startsWith('wss')
              ? new Promise<string>((done) => {
                  const socket = new WebSocket(url);
                  socket.onopen = () => done('opened');
                  socket.onerror = () => done('refused');
                })
              : fetch(url, { mode: 'no-cors' }).then(
                  () => 'answered',
                  () => 'refused',
                ),
          ),
        ),
      near,
    );
    expect(new Set(refused)).toEqual(new Set(['refused']));
    expect(app.otherHosts.slice(asked)).toEqual([]);
    expect(app.violations.length).toBeGreaterThan(0);
  });

  test('follows a host to its own mirrors, and no host to anywhere else', async ({ app }) => {
    await app.page.goto(`${app.origin}/models`);
    const redirecting = modelHosts.find(({ redirects }) => redirects.length > 0);
    const [origin = ''] = redirecting?.origins ?? [];
    const mirror = (redirecting?.redirects[0] ?? '').replace('https://*', 'mirror');
    const targets = { [`${origin}/to-mirror`]: mirror, [`${origin}/astray`]: 'example.com' };
    for (const [from, to] of Object.entries(targets)) {
      const headers = { Location: `https://${to}/file`, 'Access-Control-Allow-Origin': '*' };
      await app.context.route(from, (route) => route.fulfill({ status: 302, headers }));
      await app.page.evaluate((url) => fetch(url).catch(() => null), from);
    }
    // What gets past the walls ends at the proxy, which is asked for a connection by the name of the host.
    expect(app.otherHosts).toContain(`${mirror}:443`);
    expect(app.otherHosts).not.toContain('example.com:443');
  });

  test('lends its reach to no worker, nor to any other page of the app', async ({ app }) => {
    await app.page.goto(`${app.origin}/models`);
    const [source = ''] = modelSources;
    const address = `${source}/file`;
    await app.context.route(address, (route) =>
      route.fulfill({ body: 'weights', headers: { 'Access-Control-Allow-Origin': '*' } }),
    );
    const blocked = await app.page.evaluate(
      () =>
        new Promise((done) => {
          const worker = new Worker(URL.createObjectURL(new Blob([''], { type: 'text/javascript' })));
          worker.onerror = () => done(true);
          setTimeout(() => done(false), 2000);
        }),
    );
    expect(blocked).toBe(true);
    await app.page.goto(app.origin);
    expect(await app.page.evaluate((url) => fetch(url).then(String, () => 'refused'), address)).toBe(
      'refused',
    );
  });

  test('cannot be opened by the workspace to use its reach', async ({ app }) => {
    const { page } = app;
    for (const online of [true, false]) {
      if (!online) {
        await page.getByText('Ready offline', { exact: true }).waitFor();
        await app.cutNetwork();
        await page.reload();
      }
      const opening = app.context.waitForEvent('page');
      await page.evaluate(() => Object.assign(globalThis, { opened: open('/models') }));
      const models = await opening;
      await models.getByRole('heading', { level: 1, name: 'Models' }).waitFor();
      expect(await models.evaluate(() => [opener, crossOriginIsolated])).toEqual([null, true]);
      const held = await page.evaluate(() => {
        const { opened } = globalThis as unknown as { opened: Window | null };
        try {
          return [opened?.closed, typeof opened?.document];
        } catch (failure) {
          return failure instanceof DOMException ? failure.name : String(failure);
        }
      });
      expect(held).toBe('SecurityError');
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      await models.close();
    }
  });

  test('has no door to the recipes and records', async ({ app }) => {
    await app.page.getByRole('button', { name: 'Start empty' }).click();
    await app.page.getByRole('region', { name: 'Preview' }).waitFor();
    expect(await storedIn(app.page, 'works')).toHaveLength(1);
    await app.page.goto(`${app.origin}/models`);
    await app.page.getByRole('heading', { name: 'Models' }).waitFor();
    expect(await app.page.evaluate(() => typeof globalThis.indexedDB)).toBe('undefined');
    const loaded = await app.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    const scripts = loaded.filter((path) => path.endsWith('.js'));
    const texts = await Promise.all(scripts.map(async (path) => (await fetch(app.origin + path)).text()));
    expect(scripts.length).toBeGreaterThan(0);
    // Dexie is the only code that reads the database.
    for (const text of texts) expect(text).not.toMatch(/dexie/i);
  });
});
