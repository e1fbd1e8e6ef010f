const kinds = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;

export type BlockKind = keyof typeof kinds;
export type Numbers = InstanceType<(typeof kinds)[BlockKind]>;

/** Where the numbers of one column lie behind the JSON of a chunk; offsets are multiples of 8. */
export interface Block {
  readonly kind: BlockKind;
  readonly at: number;
}

/** Gathers the binary columns of one chunk. Numbers are little-endian, as on every machine that runs a browser. */
export class BlockWriter {
  readonly #parts: Numbers[] = [];
  #length = 0;

  /** Whole numbers from 0 to `most`, in as few bytes as that needs; `most` is below 2^32. */
  addCodes(codes: readonly number[], most: number): Block {
    const kind = most < 2 ** 8 ? 'u8' : most < 2 ** 16 ? 'u16' : 'u32';
    return this.#add(kind, new kinds[kind](codes));
  }

  addDoubles(values: readonly number[]): Block {
    return this.#add('f64', new Float64Array(values));
  }

  /** The JSON with its length in front, then the blocks. */
  joinedTo(json: Uint8Array): Uint8Array<ArrayBuffer> {
    const start = paddedTo8(4 + json.byteLength);
    const bytes = new Uint8Array(start + this.#length);
    new DataView(bytes.buffer).setUint32(0, json.byteLength, true);
    bytes.set(json, 4);
    let at = start;
    for (const { buffer, byteOffset, byteLength } of this.#parts) {
      bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
      at += paddedTo8(byteLength);
    }
    return bytes;
  }

  #add(kind: BlockKind, numbers: Numbers): Block {
    const at = this.#length;
    this.#parts.push(numbers);
    this.#length += paddedTo8(numbers.byteLength);
    return { kind, at };
  }
}

export class BlockReader {
  readonly json: Uint8Array;
  readonly #bytes: ArrayBuffer;
  readonly #start: number;

  constructor(bytes: ArrayBuffer) {
    const length = new DataView(bytes).getUint32(0, true);
    this.json = new Uint8Array(bytes, 4, length);
    this.#bytes = bytes;
    this.#start = paddedTo8(4 + length);
  }

  read({ kind, at }: Block, count: number): Numbers {
    return new kinds[kind](this.#bytes, this.#start + at, count);
  }
}

function paddedTo8(length: number): number {
  return Math.ceil(length / 8) * 8;
}
