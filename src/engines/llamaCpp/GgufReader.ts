/** Where a tensor and its description lie in a GGUF file. */
export interface TensorPlace {
  readonly type: number;
  readonly typeAt: number;
  /** From the start of the data. */
  readonly offset: number;
  readonly offsetAt: number;
  readonly weights: number;
}

/** Bytes of a value by its type number; a text (8) and a list (9) say their own length. */
const valueBytes = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8] as const;
const textType = 8;
const listType = 9;

/** The head of a GGUF file, versions 2 and 3: ggml's docs/gguf.md. Throws on anything else. */
export class GgufReader {
  readonly alignment: number = 32;
  readonly dataStart: number;
  readonly tensors: readonly TensorPlace[];
  private readonly view: DataView;
  private at = 0;

  constructor(bytes: ArrayBuffer) {
    this.view = new DataView(bytes);
    if (this.uint32() !== 0x46554747) throw new Error('not a GGUF file');
    const version = this.uint32();
    if (version !== 2 && version !== 3) throw new Error(`GGUF version ${version}`);
    const tensorCount = this.uint64();
    const valueCount = this.uint64();
    for (let value = 0; value < valueCount; value++) {
      const key = this.text();
      const type = this.uint32();
      if (key === 'general.alignment') this.alignment = this.view.getUint32(this.at, true);
      this.skip(type);
    }
    this.tensors = Array.from({ length: tensorCount }, () => this.tensor());
    this.dataStart = Math.ceil(this.at / this.alignment) * this.alignment;
  }

  private tensor(): TensorPlace {
    this.text();
    const dimensions = Array.from({ length: this.uint32() }, () => this.uint64());
    const typeAt = this.at;
    const type = this.uint32();
    const offsetAt = this.at;
    const offset = this.uint64();
    return { type, typeAt, offset, offsetAt, weights: dimensions.reduce((all, size) => all * size, 1) };
  }

  private skip(type: number): void {
    if (type === textType) return void this.text();
    if (type !== listType) return this.pass(valueBytes[type]);
    const itemType = this.uint32();
    const count = this.uint64();
    if (itemType === textType || itemType === listType) {
      for (let item = 0; item < count; item++) this.skip(itemType);
    } else {
      for (let item = 0; item < count; item++) this.pass(valueBytes[itemType]);
    }
  }

  private pass(bytes: number | undefined): void {
    if (bytes === undefined) throw new Error('unknown GGUF value type');
    this.at += bytes;
  }

  private uint32(): number {
    this.at += 4;
    return this.view.getUint32(this.at - 4, true);
  }

  private uint64(): number {
    this.at += 8;
    return Number(this.view.getBigUint64(this.at - 8, true));
  }

  private text(): string {
    const length = this.uint64();
    this.at += length;
    return new TextDecoder().decode(new Uint8Array(this.view.buffer, this.at - length, length));
  }
}
