import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FileSource, ModelHost } from '../../src/engines/CatalogueEntry';

/** What a host may do to one request for a file, or for a list. `at` is a share of 0 to 1 of what is asked for. */
export type Fault =
  | { readonly kind: 'reset' | 'webPage' | 'hiddenWebPage' | 'ignoreRange' | 'wrongBytes' | 'tooLong' }
  | { readonly kind: 'shiftedRange' | 'wrongTotal' | 'otherEtag' | 'stray' | 'noContentRange' }
  | { readonly kind: 'truncate' | 'drip' | 'shiftedBytes'; readonly at: number }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  | { readonly kind: 'rateLimit'; readonly resetSeconds: number };

export interface HostedRepository {
  /** By path. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Used up one by one, each by the next request for a file. */
  faults: Fault[];
  /** Used up one by one by requests for a list. */
  listFaults: Fault[];
  /** Paths whose SHA-256 the host does not state, but git's hash. */
  readonly plain: ReadonlySet<string>;
  commit: string;
}

export interface ModelHostServer {
  readonly hosts: readonly ModelHost[];
  readonly repositories: Map<string, HostedRepository>;
  add(repository: string, files: readonly File[], plain?: readonly string[]): Promise<HostedRepository>;
  source(repository: string, listing: FileSource['listing'], paths: readonly string[]): FileSource;
  /** Of all requests for bytes, the Range header or null. */
  readonly ranges: (string | null)[];
  close(): Promise<void>;
}

/**
 * Speaks as the models' hosts do: an API that lists files and states hashes, addresses that redirect to the machines
 * with the bytes (another origin), Range. And goes wrong as they do, when it is told to.
 */
export async function serveModels(): Promise<ModelHostServer> {
  const repositories = new Map<string, HostedRepository>();
  const ranges: (string | null)[] = [];
  const servers: Server[] = [];
  const open = async (
    answer: (request: IncomingMessage, response: ServerResponse) => void,
  ): Promise<string> => {
    const server = createServer((request, response) => {
      // As hosts do for pages of other origins.
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader(
        'Access-Control-Expose-Headers',
        'ETag, Content-Range, Retry-After, X-RateLimit-Remaining, X-RateLimit-Reset',
      );
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      answer(request, response);
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const stranger = await open((_, response) => response.end('GGUF from nowhere'));
  const bytes = await open((request, response) => {
    const [, repository = '', path = ''] = /^\/([^/]+\/[^/]+)\/(.+)$/.exec(request.url ?? '') ?? [];
    const found = repositories.get(repository);
    ranges.push(request.headers.range ?? null);
    if (found === undefined) return void response.writeHead(404).end();
    sendFile(found, decodeURIComponent(path), request.headers.range, response, found.faults.shift());
  });
  const front = await open((request, response) => {
    const url = request.url ?? '';
    const list = /^\/(?:api\/models|repos)\/([^/]+\/[^/]+)\/(revision|tree|commits|contents)\//.exec(url);
    const file = /^\/([^/]+\/[^/]+)\/(?:resolve\/)?([\da-f]{40})\/(.+)$/.exec(url);
    const found = repositories.get((list ?? file)?.[1] ?? '');
    if (found === undefined) return void response.writeHead(404).end();
    if (list !== null) return sendList(found, list[2] ?? '', response, found.listFaults.shift());
    if (found.faults[0]?.kind === 'stray') {
      found.faults.shift();
      return void response.writeHead(302, { Location: stranger }).end();
    }
    if (file?.[2] !== found.commit) return void response.writeHead(404).end();
    response.writeHead(302, { Location: `${bytes}/${file[1]}/${file[3]}` }).end();
  });
  return {
    repositories,
    ranges,
    hosts: [{ id: 'local', name: 'The host', origins: [front, front], redirects: [bytes] }],
    async add(repository, files, plain = []) {
      const entries = await Promise.all(
        files.map(async (file) => [file.name, Buffer.from(await file.arrayBuffer())] as const),
      );
      const commit = createHash('sha1').update(repository).digest('hex');
      const hosted = { files: new Map(entries), faults: [], listFaults: [], plain: new Set(plain), commit };
      repositories.set(repository, hosted);
      return hosted;
    },
    source: (repository, listing, paths) => ({
      host: 'local',
      listing,
      repository,
      revision: 'main',
      files: paths.map((path) => ({ path })),
    }),
    async close() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    },
  };
}

function sendList(
  { commit, files, plain }: HostedRepository,
  what: string,
  response: ServerResponse,
  fault: Fault | undefined,
): void {
  if (fault?.kind === 'reset') return void response.destroy();
  if (fault?.kind === 'status') return sendStatus(fault, response);
  if (fault?.kind === 'rateLimit') {
    response.setHeader('X-RateLimit-Remaining', '0').setHeader('X-RateLimit-Reset', fault.resetSeconds);
    return sendStatus({ kind: 'status', status: 403 }, response);
  }
  if (fault?.kind === 'webPage') return sendPage('text/html', response);
  if (what === 'revision' || what === 'commits') return sendJson({ sha: commit }, response, fault);
  const list = [...files].map(([path, bytes]) => {
    const gitBlob = createHash('sha1').update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex');
    const file = { type: 'file', path, size: bytes.byteLength };
    if (what === 'contents') return { ...file, sha: gitBlob };
    if (plain.has(path)) return { ...file, oid: gitBlob };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { ...file, oid: '0'.repeat(40), lfs: { oid: sha256, size: bytes.byteLength, pointerSize: 134 } };
  });
  sendJson([{ type: 'directory', path: 'other', size: 0, oid: '1'.repeat(40) }, ...list], response, fault);
}

function sendJson(value: unknown, response: ServerResponse, fault: Fault | undefined): void {
  const text = JSON.stringify(value);
  response.setHeader('Content-Type', 'application/json');
  if (fault?.kind !== 'truncate') return void response.end(text);
  response.setHeader('Content-Length', text.length);
  response.write(text.slice(0, text.length * fault.at), () => response.destroy());
}

function sendFile(
  { files, commit }: HostedRepository,
  path: string,
  range: string | undefined,
  response: ServerResponse,
  fault: Fault | undefined,
): void {
  const whole = files.get(path);
  if (whole === undefined) return void response.writeHead(404).end();
  if (fault?.kind === 'reset') return void response.destroy();
  if (fault?.kind === 'status') return sendStatus(fault, response);
  if (fault?.kind === 'webPage') return sendPage('text/html; charset=utf-8', response);
  if (fault?.kind === 'hiddenWebPage') return sendPage('application/octet-stream', response);

  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  const isRange = range !== undefined && fault?.kind !== 'ignoreRange';
  if (isRange && from >= whole.byteLength)
    return void response.writeHead(416, { 'Content-Range': `bytes */${whole.byteLength}` }).end();
  const body = bodyOf(whole, isRange ? from : 0, fault);
  const etag = fault?.kind === 'otherEtag' ? 'another' : `${commit}-${path}`;
  response.setHeader('ETag', `"${etag}"`);
  response.setHeader('Content-Type', 'application/octet-stream');
  response.setHeader('Content-Length', body.byteLength);
  if (isRange && fault?.kind !== 'noContentRange') {
    const start = fault?.kind === 'shiftedRange' ? Math.max(0, from - 7) : from;
    const total = fault?.kind === 'wrongTotal' ? whole.byteLength + 1 : whole.byteLength;
    response.setHeader('Content-Range', `bytes ${start}-${whole.byteLength - 1}/${total}`);
  }
  response.writeHead(isRange ? 206 : 200);
  if (fault?.kind === 'truncate') {
    const end = Math.floor(body.byteLength * fault.at);
    return void response.write(body.subarray(0, end), () => response.destroy());
  }
  // The rest never comes.
  if (fault?.kind === 'drip')
    return void response.write(body.subarray(0, Math.floor(body.byteLength * fault.at)));
  response.end(body);
}

function bodyOf(whole: Buffer, from: number, fault: Fault | undefined): Buffer {
  const body = whole.subarray(from);
  if (fault?.kind === 'tooLong') return Buffer.concat([body, Buffer.from('and more')]);
  if (fault?.kind === 'shiftedRange') return whole.subarray(Math.max(0, from - 7));
  const changed = Buffer.from(body);
  const at = fault?.kind === 'wrongBytes' ? body.byteLength - 1 : -1;
  if (at >= 0) changed[at] = (changed[at] ?? 0) ^ 0xff;
  if (fault?.kind === 'shiftedBytes') changed.copyWithin(0, Math.floor(body.byteLength * fault.at));
  return changed;
}

function sendStatus(fault: Fault & { kind: 'status' }, response: ServerResponse): void {
  if (fault.retryAfter !== undefined) response.setHeader('Retry-After', fault.retryAfter);
  response.writeHead(fault.status, { 'Content-Type': 'text/plain' }).end('not now');
}

function sendPage(type: string, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': type });
  response.end(`<!DOCTYPE html><title>Please sign in to this network</title>${' '.repeat(5000)}`);
}
