import { Failure } from '../../../problems/Failure';
import { ggmlTypes } from './ggmlTypes.data';
import { GgufReader, type GgufValue } from './GgufReader';

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

const mebibyte = 1024 * 1024;
/** Heads of models with large vocabularies take up to some ten megabytes. */
const headBytes = [mebibyte, 8 * mebibyte, 64 * mebibyte] as const;
/** The engine cannot hold a larger file: wllama's limit of one file. */
const mostBytes = 2 * 1024 * mebibyte;
const defaultContext = 2048;

/** Other things that a file called a model may be, by how it starts. */
const others: readonly (readonly [start: RegExp, what: string])[] = [
  [/^\s*<(?:!doctype|html)/i, 'a web page'],
  [/^PK/, 'a zip archive'],
  [/^version .*git-lfs/, 'a pointer to a file that was not downloaded'],
  [/^.{8}\{"/s, 'weights in the safetensors format'],
  [/^\s*[{[]/, 'a JSON document'],
  [/^FUGG/, 'weights for another kind of processor'],
  [/^(?:tjgg|fmgg|lmgg)/, 'weights in a format before GGUF'],
];

/** Reads and checks the head of a GGUF file without reading its weights; a Failure says why it can be no writer. */
export async function inspectGguf(file: Blob, fileName: string): Promise<GgufAbout> {
  if (file.size > mostBytes)
    throw new Failure('model.tooLarge', { file: fileName, size: gibibytes(file.size), most: '2.0 GiB' });
  const head = await readHead(file, fileName);
  const { values, tensors } = head;
  const part = numberAt(values, 'split.count') ?? 1;
  if (part > 1) throw new Failure('model.part', { file: fileName, parts: part });
  if (tensors.length === 0) throw new Failure('model.vocabularyOnly', { file: fileName });
  const needed = neededBytes(head);
  if (file.size < needed)
    throw new Failure('model.truncated', { file: fileName, missing: needed - file.size, needed });
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

async function readHead(file: Blob, fileName: string): Promise<GgufReader> {
  for (const bytes of headBytes) {
    try {
      return new GgufReader(await file.slice(0, bytes).arrayBuffer());
    } catch (cause) {
      if (!(cause instanceof RangeError))
        throw new Failure('model.notGguf', { file: fileName, what: await whatItIs(file) }, { cause });
      if (bytes >= file.size)
        throw new Failure('model.headTruncated', { file: fileName, size: file.size }, { cause });
    }
  }
  throw new Failure('model.notGguf', { file: fileName, what: 'a file whose head has no end' });
}

async function whatItIs(file: Blob): Promise<string> {
  const start = new TextDecoder('latin1').decode(await file.slice(0, 64).arrayBuffer());
  return others.find(([pattern]) => pattern.test(start))?.[1] ?? 'something else';
}

/** Up to the end of the tensor that ends last; of a type nobody knows yet only where it starts. */
function neededBytes({ tensors, dataStart }: GgufReader): number {
  return tensors.reduce((most, { type, offset, weights }) => {
    const [blockWeights, blockBytes] = ggmlTypes[type] ?? [1, 0];
    return Math.max(most, dataStart + offset + (weights / blockWeights) * blockBytes);
  }, dataStart);
}

function textAt(values: ReadonlyMap<string, GgufValue>, key: string): string | undefined {
  const value = values.get(key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function numberAt(values: ReadonlyMap<string, GgufValue>, key: string): number | undefined {
  const value = values.get(key);
  return typeof value === 'number' ? value : undefined;
}

function gibibytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
}
