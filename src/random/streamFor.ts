import { CellStream } from './CellStream';
import { fnv1a64 } from './fnv1a64';
import type { FieldStream, Stream } from './Stream';

export interface StreamOptions {
  /** Same as calling `.part` on the result. */
  readonly part?: string;
  /** How often a row was drawn anew: 0 for the first draw. Each attempt has its own numbers. */
  readonly attempt?: (row: number) => number;
}

/**
 * The random numbers of one field. The key is FNV-1a over the JSON of [seed, table, field, ...parts], which no
 * two different lists share; so adding a field, or drawing in another order, changes nothing here.
 */
export function streamFor(
  seed: number,
  table: string,
  field: string,
  options: StreamOptions = {},
): FieldStream {
  const names = options.part === undefined ? [table, field] : [table, field, options.part];
  return new KeyedStream(seed, names, options.attempt);
}

class KeyedStream implements FieldStream {
  private readonly cell: CellStream;
  private readonly parts = new Map<string, KeyedStream>();

  constructor(
    private readonly seed: number,
    private readonly names: readonly string[],
    private readonly attempt: ((row: number) => number) | undefined,
  ) {
    const key = fnv1a64(JSON.stringify([seed, ...names]));
    this.cell = new CellStream(Number(key & 0xffffffffn), Number(key >> 32n));
  }

  at(row: number): Stream {
    return this.cell.place(row, this.attempt === undefined ? 0 : this.attempt(row));
  }

  part(name: string): FieldStream {
    let stream = this.parts.get(name);
    if (stream === undefined) {
      stream = new KeyedStream(this.seed, [...this.names, name], this.attempt);
      this.parts.set(name, stream);
    }
    return stream;
  }
}
