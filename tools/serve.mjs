import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { cacheControlOf, headersFor } from './headers.mjs';

/** @type {Readonly<Record<string, string>>} */
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.gguf': 'application/octet-stream',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * The file that a request asks for, or null when the address is malformed or leaves the folder. As on static hosts, a
 * page goes without its `.html`.
 * @param {string} root absolute
 * @param {string} url as in the request line
 */
export function fileOf(root, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
  } catch {
    return null;
  }
  if (!path.startsWith('/') || path.includes('\0') || path.includes('\\')) return null;
  const name = path.endsWith('/') ? `${path}index.html` : path;
  const file = join(root, extname(name) === '' ? `${name}.html` : name);
  return file.startsWith(root + sep) ? file : null;
}

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(root, request, response) {
  /** @param {number} status @param {string} text */
  const refuse = (status, text) =>
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(405, 'Only GET and HEAD are served here.');
  const file = fileOf(root, request.url ?? '/');
  const facts = file === null ? null : await stat(file).catch(() => null);
  if (file === null || !facts?.isFile()) return refuse(404, 'There is no such page.');
  const tag = `"${facts.size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', cacheControlOf(request.url ?? '/'));
  if (request.headers['if-none-match'] === tag) return response.writeHead(304).end();
  response.writeHead(200, {
    'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
    'Content-Length': facts.size,
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * Serves a folder on 127.0.0.1 and nowhere else.
 * @param {string} folder
 * @param {{ port?: number, search?: boolean, headersFor?: (url: string) => Readonly<Record<string, string>> }} options
 *   `port` 0 takes any free one; `search` tries the next 20; `headersFor` gives ours unless a test takes them away
 * @returns {Promise<{ origin: string, port: number, stop: () => Promise<void> }>} `stop` also cuts open connections
 */
export async function serve(folder, { port = 0, search = false, headersFor: headersOf = headersFor } = {}) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headersOf(request.url ?? '/')))
      response.setHeader(name, value);
    answer(root, request, response).catch(() => response.destroy());
  });
  for (let tries = search ? 20 : 0; ; tries--) {
    try {
      await new Promise((done, fail) => {
        server.once('error', fail);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', fail);
          done(undefined);
        });
      });
      break;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || tries <= 0) throw error;
      port++;
    }
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    stop: () =>
      new Promise((done) => {
        server.close(() => done(undefined));
        server.closeAllConnections();
      }),
  };
}
