import type { FileSource, ModelHost } from '../../CatalogueEntry';
import { Failure } from '../../../problems/Failure';
import type { ExpectedHash } from '../Hasher';
import { Hitch } from './Hitch';

/** What a host says it has, at one commit. */
export interface Listing {
  readonly commit: string;
  readonly files: readonly ListedFile[];
}

export interface ListedFile {
  /** Below the source's folder. */
  readonly path: string;
  readonly url: string;
  readonly sizeBytes: number;
  /** Absent where the host states none. */
  readonly expected?: ExpectedHash;
}

/** Answers an address with JSON, trying again where that may help. */
export type AskJson = (url: string, what: string) => Promise<unknown>;

/**
 * Asks a host what a source holds: sizes and hashes as it states them, and addresses at one commit, under which a file
 * never changes. So a download that goes on days later goes on with the same file.
 */
export function askHost(source: FileSource, host: ModelHost, ask: AskJson): Promise<Listing> {
  return source.listing === 'huggingFace' ? askHuggingFace(source, host, ask) : askGitHub(source, host, ask);
}

const commitForm = /^[\da-f]{40}$/;

/** The hub's API: `/api/models/{repository}/revision/{revision}` and `/tree/{commit}`. LFS states SHA-256. */
async function askHuggingFace(source: FileSource, host: ModelHost, ask: AskJson): Promise<Listing> {
  const { repository, folder = '' } = source;
  const [origin = ''] = host.origins;
  const api = `${origin}/api/models/${repository}`;
  const bad = badListing(source, host);
  const commit = await commitOf(source, () =>
    ask(`${api}/revision/${encodeURIComponent(source.revision)}`, repository),
  );
  if (commit === null) throw bad;
  const below = folder === '' ? '' : `/${folder}`;
  const tree = await ask(`${api}/tree/${commit}${below}`, repository);
  if (!Array.isArray(tree)) throw bad;
  const files = (tree as readonly unknown[]).filter(isRecord).flatMap((file): ListedFile[] => {
    const { type, path, size, oid } = file;
    if (type !== 'file' || typeof path !== 'string' || !isSize(size)) return [];
    const lfs = isRecord(file['lfs']) ? file['lfs']['oid'] : undefined;
    const url = `${origin}/${repository}/resolve/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`;
    return [{ path: under(folder, path), url, sizeBytes: size, ...stated(lfs, oid) }];
  });
  return { commit, files };
}

/** GitHub's API: `/repos/{repository}/commits/{revision}` and `/contents/{folder}`, which state git's own hash. */
async function askGitHub(source: FileSource, host: ModelHost, ask: AskJson): Promise<Listing> {
  const { repository, folder = '' } = source;
  const [raw = '', api = ''] = host.origins;
  const bad = badListing(source, host);
  const commit = await commitOf(source, () =>
    ask(`${api}/repos/${repository}/commits/${encodeURIComponent(source.revision)}`, repository),
  );
  if (commit === null) throw bad;
  const contents = await ask(`${api}/repos/${repository}/contents/${folder}?ref=${commit}`, repository);
  if (!Array.isArray(contents)) throw bad;
  const files = (contents as readonly unknown[]).filter(isRecord).flatMap((file): ListedFile[] => {
    const { type, path, size, sha } = file;
    if (type !== 'file' || typeof path !== 'string' || !isSize(size)) return [];
    const url = `${raw}/${repository}/${commit}/${path.split('/').map(encodeURIComponent).join('/')}`;
    return [{ path: under(folder, path), url, sizeBytes: size, ...stated(undefined, sha) }];
  });
  return { commit, files };
}

/** The revision itself where it is a commit. */
async function commitOf({ revision }: FileSource, ask: () => Promise<unknown>): Promise<string | null> {
  if (commitForm.test(revision)) return revision;
  const answer = await ask();
  const sha = isRecord(answer) ? answer['sha'] : undefined;
  return typeof sha === 'string' && commitForm.test(sha) ? sha : null;
}

function stated(sha256: unknown, gitBlob: unknown): { readonly expected?: ExpectedHash } {
  if (typeof sha256 === 'string' && /^[\da-f]{64}$/.test(sha256))
    return { expected: { algorithm: 'sha256', hex: sha256, statedBy: 'host' } };
  if (sha256 === undefined && typeof gitBlob === 'string' && commitForm.test(gitBlob))
    return { expected: { algorithm: 'gitBlob', hex: gitBlob, statedBy: 'host' } };
  return {};
}

function under(folder: string, path: string): string {
  return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function badListing({ repository }: FileSource, { name }: ModelHost): Failure {
  return new Failure('download.badListing', { host: name, repository });
}

/** A body that is no JSON was cut short, or is a page of something on the way. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Hitch('gave an answer that was cut short', { cause });
  }
}
