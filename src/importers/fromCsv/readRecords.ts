import { Failure } from '../../problems/Failure';
import { detectDialect, parserFor, type Dialect } from './detectDialect';
import { bytesOf, type Encoding } from './detectEncoding';

/** An unclosed quote would swallow the rest of the file: no cell is this long. */
const longestRecord = 2_000_000;

export interface RecordReader {
  readonly dialect: Dialect;
  /** Records of one piece of the file; cells as they stand, but for spaces round them. */
  readonly pieces: AsyncGenerator<string[][]>;
}

export async function readRecords(
  file: Blob,
  encoding: Encoding,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<RecordReader> {
  const head = new TextDecoder(encoding).decode(await file.slice(0, 1 << 17).arrayBuffer());
  const dialect = detectDialect(head);
  return { dialect, pieces: pieces(file, encoding, dialect, signal, progress) };
}

async function* pieces(
  file: Blob,
  encoding: Encoding,
  dialect: Dialect,
  signal: AbortSignal,
  progress: (share: number) => void,
): AsyncGenerator<string[][]> {
  const decoder = new TextDecoder(encoding);
  let text = '';
  let bytesRead = 0;
  let records = 0;
  for await (const bytes of bytesOf(file, signal)) {
    bytesRead += bytes.length;
    text += decoder.decode(bytes, { stream: true });
    const { data, meta } = parse(text, dialect, true);
    text = text.slice(meta.cursor);
    if (text.length > longestRecord)
      throw new Failure('importers.unclosedQuote', { record: records + data.length + 1 });
    records += data.length;
    progress(bytesRead / file.size);
    yield data.map(clean).filter(isFilled);
  }
  text += decoder.decode();
  if (text !== '') yield parse(text, dialect, false).data.map(clean).filter(isFilled);
}

function parse(
  text: string,
  dialect: Dialect,
  ignoreLast: boolean,
): { data: string[][]; meta: { cursor: number } } {
  return parserFor(dialect).parse(text, 0, ignoreLast) as { data: string[][]; meta: { cursor: number } };
}

/** With `\r\n` the parser, told `\n`, leaves the `\r`; trimming takes it. */
function clean(row: string[]): string[] {
  return row.map((cell) => cell.trim());
}

function isFilled(row: readonly string[]): boolean {
  return row.some((cell) => cell !== '');
}
