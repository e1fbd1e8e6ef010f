import { Failure } from '../../../problems/Failure';
import { ggmlTypes } from './ggmlTypes.data';
import { GgufReader, type GgufValue } from './GgufReader';

/** What is read of a file: a `Blob`, or an entry of a zip. */
export interface FileHead {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** The head of one GGUF file, all of whose weights are there. */
export interface GgufFile {
  readonly values: ReadonlyMap<string, GgufValue>;
  readonly tensors: number;
  /** Which of how many files of one model this is, counted from 0; absent of a whole model. */
  readonly split?: { readonly no: number; readonly count: number; readonly tensors: number };
}

const mebibyte = 1024 * 1024;
/** Heads of models with large vocabularies take up to some ten megabytes. */
const headBytes = [mebibyte, 8 * mebibyte, 64 * mebibyte] as const;
/** The engine cannot hold a larger file: wllama's limit of one file. */
const mostBytes = 2 * 1024 * mebibyte;

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

/** Reads and checks the head of a GGUF file without reading its weights; a Failure says what is wrong with it. */
export async function readGguf(file: FileHead, fileName: string): Promise<GgufFile> {
  if (file.size > mostBytes)
    throw new Failure('model.tooLarge', { file: fileName, size: gibibytes(file.size), most: '2.0 GiB' });
  const head = await readHead(file, fileName);
  const needed = neededBytes(head);
  if (file.size < needed)
    throw new Failure('model.truncated', { file: fileName, missing: needed - file.size, needed });
  const count = numberAt(head.values, 'split.count') ?? 1;
  const whole = { values: head.values, tensors: head.tensors.length };
  if (count <= 1) return whole;
  const no = numberAt(head.values, 'split.no') ?? 0;
  return { ...whole, split: { no, count, tensors: numberAt(head.values, 'split.tensors.count') ?? 0 } };
}

/** Whether a file begins as GGUF does, which says nothing of the rest. */
export async function looksLikeGguf(file: FileHead): Promise<boolean> {
  return file.size >= 4 && new TextDecoder('latin1').decode(await file.slice(0, 4).arrayBuffer()) === 'GGUF';
}

async function readHead(file: FileHead, fileName: string): Promise<GgufReader> {
  for (const bytes of headBytes) {
    try {
      return new GgufReader(await file.slice(0, Math.min(bytes, file.size)).arrayBuffer());
    } catch (cause) {
      if (!(cause instanceof RangeError))
        throw new Failure('model.notGguf', { file: fileName, what: await whatItIs(file) }, { cause });
      if (bytes >= file.size)
        throw new Failure('model.headTruncated', { file: fileName, size: file.size }, { cause });
    }
  }
  throw new Failure('model.notGguf', { file: fileName, what: 'a file whose head has no end' });
}

/** In a few words, by how it starts. */
export async function whatItIs(file: FileHead): Promise<string> {
  const start = await file.slice(0, Math.min(64, file.size)).arrayBuffer();
  const text = new TextDecoder('latin1').decode(start);
  return others.find(([pattern]) => pattern.test(text))?.[1] ?? 'something else';
}

/** Up to the end of the tensor that ends last; of a type nobody knows yet only where it starts. */
function neededBytes({ tensors, dataStart }: GgufReader): number {
  return tensors.reduce((most, { type, offset, weights }) => {
    const [blockWeights, blockBytes] = ggmlTypes[type] ?? [1, 0];
    return Math.max(most, dataStart + offset + (weights / blockWeights) * blockBytes);
  }, dataStart);
}

export function textAt(values: ReadonlyMap<string, GgufValue>, key: string): string | undefined {
  const value = values.get(key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function numberAt(values: ReadonlyMap<string, GgufValue>, key: string): number | undefined {
  const value = values.get(key);
  return typeof value === 'number' ? value : undefined;
}

function gibibytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
}
