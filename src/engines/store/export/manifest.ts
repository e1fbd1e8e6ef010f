import type { ModelOrigin, StoredModel } from '../StoredModel';

/** Lies beside the files of an exported model: what they are, so that another machine can tell that they are whole. */
export interface Manifest {
  readonly cloisterModel: 1;
  readonly engine: StoredModel['engine'];
  readonly fileName: string;
  readonly sha256: string;
  readonly files: readonly { readonly path: string; readonly sizeBytes: number; readonly sha256: string }[];
  readonly origin?: ModelOrigin;
}

export const manifestName = 'cloister-model.json';
export const sumsName = 'SHA256SUMS';

export function manifestOf({ engine, fileName, sha256, files, origin }: StoredModel): Manifest {
  return {
    cloisterModel: 1,
    engine,
    fileName,
    sha256,
    files: files.map(({ path, sizeBytes, sha256: hash }) => ({ path, sizeBytes, sha256: hash })),
    ...(origin === undefined ? {} : { origin }),
  };
}

/** For `sha256sum --check`, which every other machine has. */
export function sumsOf({ files }: Pick<StoredModel, 'files'>): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** Null where the text is no manifest. What it says is a claim of whoever made it. */
export function readManifest(text: string): Manifest | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  return isManifest(json) ? json : null;
}

function isManifest(json: unknown): json is Manifest {
  if (typeof json !== 'object' || json === null) return false;
  const manifest = json as Partial<Record<keyof Manifest, unknown>>;
  const { cloisterModel, engine, fileName, sha256, files, origin } = manifest;
  if (cloisterModel !== 1 || (engine !== 'llamaCpp' && engine !== 'webLlm')) return false;
  if (typeof fileName !== 'string' || !isHash(sha256) || !Array.isArray(files)) return false;
  return (files as readonly unknown[]).every(isFile) && (origin === undefined || isOrigin(origin));
}

function isFile(file: unknown): boolean {
  if (typeof file !== 'object' || file === null) return false;
  const { path, sizeBytes, sha256 } = file as Partial<Record<string, unknown>>;
  return typeof path === 'string' && Number.isSafeInteger(sizeBytes) && isHash(sha256);
}

function isOrigin(origin: unknown): boolean {
  if (typeof origin !== 'object' || origin === null) return false;
  const { languages, ...texts } = origin as Partial<Record<keyof ModelOrigin, unknown>>;
  const names = ['entry', 'name', 'publisher', 'licence', 'host', 'revision'] as const;
  const isText = (value: unknown): boolean => typeof value === 'string';
  return Array.isArray(languages) && languages.every(isText) && names.every((name) => isText(texts[name]));
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && /^[\da-f]{64}$/.test(value);
}
