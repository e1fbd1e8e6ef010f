import { Failure } from '../../../problems/Failure';
import type { FileHead } from '../../shared/gguf/readGguf';
import type { ExpectedHash } from '../Hasher';
import type { MlcAbout } from '../StoredModel';
import { looksLikeSentencePiece } from './looksLikeSentencePiece';
import { readConfig, readShards, type MlcConfig, type MlcShard } from './mlcJson';

/** A file that may belong to an MLC model. */
export interface MlcCandidate extends FileHead {
  readonly name: string;
}

export interface MlcFile<File> {
  readonly file: File;
  /** As web-llm asks for it. */
  readonly path: string;
  /** By the model's own list. */
  readonly expected?: ExpectedHash;
}

export interface InspectedMlc<File> {
  readonly about: MlcAbout;
  /** Configuration, list, tokenizer, library, then the shards in their order. */
  readonly files: readonly MlcFile<File>[];
}

interface Recognised<File> {
  config?: { readonly file: File; readonly value: MlcConfig };
  list?: { readonly file: File; readonly shards: readonly MlcShard[] };
  tokenizer?: { readonly file: File; readonly path: string };
  readonly libraries: File[];
}

/** Enough to tell what a file is. */
const startBytes = 256;
/** Larger is no JSON of a model: tokenizers of large vocabularies take some 30 MB. */
const mostJsonBytes = 96 * 1024 * 1024;
const quantisation = /q\d+f(?:16|32)(?:_\d+)?/;

/** Null where nothing here belongs to an MLC model; a Failure says what is missing of one. */
export async function inspectMlc<File extends MlcCandidate>(
  files: readonly File[],
  folder: string,
): Promise<InspectedMlc<File> | null> {
  const found = await recognise(files);
  if (found.config === undefined && found.list === undefined) return null;
  const missing = (file: string): Failure => new Failure('model.mlcMissing', { folder, file });
  if (found.config === undefined) throw missing('mlc-chat-config.json');
  if (found.list === undefined) throw missing('tensor-cache.json');
  if (found.tokenizer === undefined) throw missing('tokenizer.json');
  const [library, second] = found.libraries;
  const config = found.config.value;
  if (library === undefined) throw new Failure('model.libraryMissing', { folder });
  if (second !== undefined) throw new Failure('model.several', { file: library.name, other: second.name });
  const compiledFor = quantisation.exec(library.name)?.[0];
  if (compiledFor !== undefined && compiledFor !== config.quantisation)
    throw new Failure('model.otherLibrary', { file: library.name, quantisation: config.quantisation });

  const shards = found.list.shards.map((shard) => {
    const file = files.find(({ name }) => name === shard.path) ?? bySize(files, found, shard.sizeBytes);
    if (file === undefined) throw missing(shard.path);
    if (file.size !== shard.sizeBytes)
      throw new Failure('model.wrongSize', { file: shard.path, size: file.size, needed: shard.sizeBytes });
    return { file, ...shard };
  });
  return {
    about: {
      name: library.name.split(/-q\d/)[0] ?? config.architecture,
      architecture: config.architecture,
      contextTokens: config.contextTokens,
      quantisation: config.quantisation,
      library: library.name,
      ...(config.writerForm === undefined ? {} : { writerForm: config.writerForm }),
    },
    files: [
      { file: found.config.file, path: 'mlc-chat-config.json' },
      { file: found.list.file, path: 'tensor-cache.json' },
      found.tokenizer,
      { file: library, path: libraryPath(library.name) },
      ...shards.map(({ file, path, expected }) => ({
        file,
        path,
        ...(expected === undefined ? {} : { expected }),
      })),
    ],
  };
}

/** A shard under another name: the only file of its size, if there is but one. Its hash then says whether it is. */
function bySize<File extends MlcCandidate>(
  files: readonly File[],
  { list }: Recognised<File>,
  sizeBytes: number,
): File | undefined {
  const named = new Set(list?.shards.map(({ path }) => path));
  const same = files.filter(({ name, size }) => size === sizeBytes && !named.has(name));
  return same.length === 1 ? same[0] : undefined;
}

function libraryPath(name: string): string {
  const plain = name.replace(/[^\w.-]/g, '-');
  return plain.endsWith('.wasm') ? plain : `${plain}.wasm`;
}

async function recognise<File extends MlcCandidate>(files: readonly File[]): Promise<Recognised<File>> {
  const found: Recognised<File> = { libraries: [] };
  for (const file of files) {
    const bytes = new Uint8Array(await file.slice(0, Math.min(startBytes, file.size)).arrayBuffer());
    const start = new TextDecoder('latin1').decode(bytes);
    if (start.startsWith('\0asm')) found.libraries.push(file);
    else if (looksLikeSentencePiece(bytes)) found.tokenizer ??= { file, path: 'tokenizer.model' };
    else if (/^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(start) && file.size <= mostJsonBytes)
      await place(file, found);
  }
  return found;
}

async function place<File extends MlcCandidate>(file: File, found: Recognised<File>): Promise<void> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(await file.slice(0, file.size).arrayBuffer()));
  } catch {
    return;
  }
  const config = readConfig(json);
  const shards = readShards(json);
  if (config !== null) found.config ??= { file, value: config };
  // A folder may hold the list under its old name too: it is the same.
  else if (shards !== null) found.list ??= { file, shards };
  else if (isTokenizer(json)) found.tokenizer = { file, path: 'tokenizer.json' };
}

function isTokenizer(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return 'model' in json && typeof json.model === 'object' && 'added_tokens' in json;
}
