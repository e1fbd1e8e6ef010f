import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelsHeaders, securityHeaders } from '../../../tools/headers.mjs';
import { serve } from '../../../tools/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const site = join(folder, 'site');
let server: Awaited<ReturnType<typeof serve>>;

/** Unlike fetch, sends the path as it is written. */
function get(path: string, method = 'GET', headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((done, fail) => {
    request({ port: server.port, host: '127.0.0.1', path, method, headers }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', fail)
      .end();
  });
}

beforeAll(async () => {
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(site, 'index.html'), '<p>inside</p>');
  writeFileSync(join(site, 'models.html'), '<p>models</p>');
  writeFileSync(join(site, 'assets', 'a-1.wasm'), 'wasm');
  writeFileSync(join(site, 'app.webmanifest'), '{}');
  server = await serve(site);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

describe('the local server', () => {
  test('gives index.html for the folder, with every security header', async () => {
    const { status, headers, body } = await get('/');
    expect(status).toBe(200);
    expect(body).toBe('<p>inside</p>');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    for (const [name, value] of Object.entries(securityHeaders))
      expect(headers[name.toLowerCase()]).toBe(value);
  });

  test('gives the models page under its short name, with headers of its own', async () => {
    const { status, headers, body } = await get('/models');
    expect(status).toBe(200);
    expect(body).toBe('<p>models</p>');
    for (const [name, value] of Object.entries(modelsHeaders))
      expect(headers[name.toLowerCase()]).toBe(value);
  });

  test.each([
    ['/assets/a-1.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
    ['/app.webmanifest?x=1', 'application/manifest+json; charset=utf-8', 'no-cache'],
  ])('says what %s is and how long it may be kept', async (path, type, keep) => {
    const { headers } = await get(path);
    expect(headers['content-type']).toBe(type);
    expect(headers['cache-control']).toBe(keep);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '//etc/passwd',
    '/%00',
    '/%zz',
    '/none',
    '/assets',
  ])('gives nothing for %s, and keeps the headers', async (path) => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(404);
    expect(body).not.toContain('outside');
    expect(headers['content-security-policy']).toBe(securityHeaders['Content-Security-Policy']);
  });

  test('takes no uploads', async () => {
    expect((await get('/', 'POST')).status).toBe(405);
  });

  test('answers 304 when the browser has the file already', async () => {
    const { headers } = await get('/');
    expect((await get('/', 'GET', { 'If-None-Match': String(headers['etag']) })).status).toBe(304);
  });

  test('takes the next port when the wanted one is taken', async () => {
    const second = await serve(site, { port: server.port, search: true });
    expect(second.port).toBeGreaterThan(server.port);
    await second.stop();
    await expect(serve(site, { port: server.port })).rejects.toThrow('EADDRINUSE');
  });
});
