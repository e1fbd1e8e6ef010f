import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { modelsHeaders, securityHeaders } from '../../tools/headers.mjs';
import { openApp } from '../../tools/openApp.mjs';
import { test } from '../support/browser';

/** What the service worker says is really in its cache. */
function offlineParts(): Promise<unknown> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    navigator.serviceWorker.controller?.postMessage({ type: 'READY?' }, [port2]);
  });
}

describe('offline', () => {
  test('is ready only when shell, engine and writer are all in the cache', async ({ app }) => {
    await app.page.getByText('Ready offline', { exact: true }).waitFor();
    expect(await app.page.evaluate(offlineParts)).toEqual({ shell: true, engine: true, writer: true });
    await app.page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          if (request.url.includes('.gguf')) await cache.delete(request);
      }
    });
    expect(await app.page.evaluate(offlineParts)).toEqual({ shell: true, engine: true, writer: false });
  });

  test('opens with the server gone, as isolated and as walled in as before', async ({ app }) => {
    await app.page.getByText('Ready offline', { exact: true }).waitFor();
    await app.cutNetwork();
    await app.page.reload();
    await app.page.getByText('Ready offline', { exact: true }).waitFor();
    expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(true);
    const headers = await app.page.evaluate(async () => Object.fromEntries((await fetch('/')).headers));
    for (const [name, value] of Object.entries(securityHeaders))
      expect(headers[name.toLowerCase()]).toBe(value);
    const refused = await app.page.evaluate(() => fetch('https://example.com/').then(String, String));
    expect(refused).toContain('TypeError');
    expect(app.violations.join()).toContain('connect-src');
  });

  test('opens the models page with the server gone, with walls of its own', async ({ app }) => {
    await app.page.getByText('Ready offline', { exact: true }).waitFor();
    await app.cutNetwork();
    await app.page.goto(`${app.origin}/models`);
    await app.page.getByRole('heading', { level: 1, name: 'Models' }).waitFor();
    const headers = await app.page.evaluate(async () => Object.fromEntries((await fetch('/models')).headers));
    for (const [name, value] of Object.entries(modelsHeaders))
      expect(headers[name.toLowerCase()]).toBe(value);
    const refused = await app.page.evaluate(() => fetch('https://example.com/').then(String, String));
    expect(refused).toContain('TypeError');
    expect(app.violations.join()).toContain('connect-src');
    await app.page.getByRole('link', { name: 'Cloister' }).click();
    await app.page.getByRole('region', { name: 'Begin with an example' }).waitFor();
  });

  test('adds the walls itself on a host that sends no headers', async ({ chromium }) => {
    const app = await openApp(chromium, { headers: {} });
    await app.page.goto(app.origin);
    expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(false);
    await app.page.getByText('Ready offline', { exact: true }).waitFor();
    await app.page.reload();
    expect(await app.page.evaluate(() => crossOriginIsolated)).toBe(true);
    await app.page.goto(`${app.origin}/models`);
    const policy = await app.page.evaluate(async () =>
      (await fetch('/models')).headers.get('content-security-policy'),
    );
    expect(policy).toBe(modelsHeaders['Content-Security-Policy']);
    await app.close();
  });

  test('an update waits until it is asked for', async ({ chromium }) => {
    const folder = mkdtempSync(join(tmpdir(), 'cloister-update-'));
    cpSync('dist', folder, { recursive: true });
    const app = await openApp(chromium, { folder });
    try {
      await app.page.goto(app.origin);
      await app.page.getByText('Ready offline', { exact: true }).waitFor();
      const page = readFileSync(join(folder, 'index.html'), 'utf8');
      writeFileSync(join(folder, 'index.html'), page.replace('<body>', '<body data-release="next">'));
      const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
      const newer = worker.replace(/("revision":")[0-9a-f]+(","url":"index\.html")/, '$1fedcba9876543210$2');
      expect(newer).not.toBe(worker);
      writeFileSync(join(folder, 'sw.js'), newer);
      await app.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
      const prompt = app.page.getByRole('status').filter({ hasText: 'A new version is ready' });
      await prompt.waitFor();
      await app.page.reload();
      expect(await app.page.locator('body').getAttribute('data-release')).toBeNull();
      await prompt.getByRole('button', { name: 'Reload' }).click();
      await app.page.locator('body[data-release="next"]').waitFor();
    } finally {
      await app.close();
      rmSync(folder, { recursive: true });
    }
  });
});
