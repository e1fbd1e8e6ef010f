import { Failure } from '../../../problems/Failure';
import type { GgufValue } from './GgufReader';
import { numberAt, readGguf, textAt, type FileHead, type GgufFile } from './readGguf';

/** What a file of weights says about itself. */
export interface GgufAbout {
  /** Its own name, else that of its architecture. */
  readonly name: string;
  readonly architecture: string;
  /** Tokens it was made to hold; 2,048 where it does not say. */
  readonly contextTokens: number;
  /** Numbers its attention remembers of a token, over all layers; absent where the head does not say. */
  readonly valuesPerToken?: number;
  /** Jinja; absent of a model that was not made for instructions. */
  readonly chatTemplate?: string;
  readonly licence?: string;
  /** The form of the embedded writer that these weights are of; absent of all others. */
  readonly writerForm?: number;
}

export interface NamedFile extends FileHead {
  readonly name: string;
}

interface ReadFile<File> {
  readonly file: File;
  readonly head: GgufFile;
  /** Which of how many, counted from 0. */
  readonly no: number;
  readonly count: number;
}

const defaultContext = 2048;
/** More the engine cannot hold: WebAssembly's memory ends at 4 GiB, and a context needs some of it. */
const mostBytes = 3.5 * 1024 ** 3;

/**
 * Reads and checks the heads of a model in one file, or in several that are put in order by what each says of itself,
 * whatever they are called. A Failure says why they can be no writer, and which part is missing.
 */
export async function inspectGguf<File extends NamedFile>(
  files: readonly [File, ...File[]],
): Promise<{ readonly about: GgufAbout; readonly parts: readonly [File, ...File[]] }> {
  const read = await Promise.all(files.map(readOne));
  const [lead, ...rest] = inOrder(read);
  const parts = [lead, ...rest] as const;
  const { name } = lead.file;
  const tensors = parts.reduce((sum, { head }) => sum + head.tensors, 0);
  if (tensors === 0) throw new Failure('model.vocabularyOnly', { file: name });
  const stated = lead.head.split?.tensors ?? 0;
  if (stated > 0 && stated !== tensors) throw new Failure('model.strangeParts', { file: name });
  const bytes = parts.reduce((sum, { file }) => sum + file.size, 0);
  if (bytes > mostBytes) {
    const size = `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
    throw new Failure('model.tooLarge', { file: name, size, most: '3.5 GiB' });
  }
  return { about: aboutGguf(lead.head, name), parts: [lead.file, ...rest.map(({ file }) => file)] };
}

async function readOne<File extends NamedFile>(file: File): Promise<ReadFile<File>> {
  const head = await readGguf(file, file.name);
  return { file, head, no: head.split?.no ?? 0, count: head.split?.count ?? 1 };
}

function inOrder<File extends NamedFile>(
  read: readonly ReadFile<File>[],
): readonly [ReadFile<File>, ...ReadFile<File>[]] {
  const [one, ...others] = read;
  if (one === undefined) throw new RangeError('no files to read');
  const stranger = others.find(({ count }) => count !== one.count);
  if (stranger !== undefined) throw notTogether(one, stranger);
  const sorted = [...read].sort((a, b) => a.no - b.no);
  sorted.forEach((file, at) => {
    const before = sorted[at - 1];
    if (before?.no === file.no) throw notTogether(before, file);
  });
  const missing = Array.from({ length: one.count }, (_, no) => no).find((no) => sorted[no]?.no !== no);
  if (missing !== undefined)
    throw new Failure('model.partMissing', { file: one.file.name, part: missing + 1, parts: one.count });
  return [sorted[0] ?? one, ...sorted.slice(1)];
}

function notTogether(one: ReadFile<NamedFile>, other: ReadFile<NamedFile>): Failure {
  return new Failure('model.several', { file: one.file.name, other: other.file.name });
}

function aboutGguf({ values }: GgufFile, fileName: string): GgufAbout {
  const architecture = textAt(values, 'general.architecture');
  if (architecture === undefined || !values.has('tokenizer.ggml.tokens'))
    throw new Failure('model.noLanguageModel', { file: fileName });
  const valuesPerToken = rememberedValues(values, architecture);
  const chatTemplate = textAt(values, 'tokenizer.chat_template');
  const licence = textAt(values, 'general.license');
  const writerForm = numberAt(values, 'cloister.writer.form');
  return {
    name: textAt(values, 'general.name') ?? architecture,
    architecture,
    contextTokens: numberAt(values, `${architecture}.context_length`) ?? defaultContext,
    ...(valuesPerToken === undefined ? {} : { valuesPerToken }),
    ...(chatTemplate === undefined ? {} : { chatTemplate }),
    ...(licence === undefined ? {} : { licence }),
    ...(writerForm === undefined ? {} : { writerForm }),
  };
}

/** Layers, each with a key and a value of every head that keeps its own. */
function rememberedValues(values: ReadonlyMap<string, GgufValue>, architecture: string): number | undefined {
  const at = (key: string): number | undefined => numberAt(values, `${architecture}.${key}`);
  const layers = at('block_count');
  const heads = at('attention.head_count');
  // A list where layers differ; each then has at most as many as there are heads.
  const ownHeads = at('attention.head_count_kv') ?? heads;
  const headSize = heads === undefined ? undefined : (at('embedding_length') ?? Number.NaN) / heads;
  const key = at('attention.key_length') ?? headSize;
  const value = at('attention.value_length') ?? headSize;
  if (layers === undefined || ownHeads === undefined || key === undefined || value === undefined)
    return undefined;
  const total = layers * ownHeads * (key + value);
  return Number.isFinite(total) && total > 0 ? total : undefined;
}
