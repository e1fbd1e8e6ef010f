/** Where a tensor and its description lie in a GGUF file. */
export interface TensorPlace {
  readonly type: number;
  readonly typeAt: number;
  /** From the start of the data. */
  readonly offset: number;
  readonly offsetAt: number;
  readonly weights: number;
}

/** Of a list only how long it is. */
export type GgufValue = string | number | boolean | { readonly count: number };

const textType = 8;
const listType = 9;
/** A number by its type number; texts and lists say their own length. */
const numbers: Readonly<
  Record<number, readonly [bytes: number, read: (view: DataView, at: number) => number]>
> = {
  0: [1, (view, at) => view.getUint8(at)],
  1: [1, (view, at) => view.getInt8(at)],
  2: [2, (view, at) => view.getUint16(at, true)],
  3: [2, (view, at) => view.getInt16(at, true)],
  4: [4, (view, at) => view.getUint32(at, true)],
  5: [4, (view, at) => view.getInt32(at, true)],
  6: [4, (view, at) => view.getFloat32(at, true)],
  7: [1, (view, at) => view.getUint8(at)],
  10: [8, (view, at) => Number(view.getBigUint64(at, true))],
  11: [8, (view, at) => Number(view.getBigInt64(at, true))],
  12: [8, (view, at) => view.getFloat64(at, true)],
};
const yesNoType = 7;

/**
 * The head of a GGUF file, versions 2 and 3: ggml's docs/gguf.md. Throws RangeError where the bytes end before the
 * head does, and Error on anything else.
 */
export class GgufReader {
  readonly alignment: number;
  readonly dataStart: number;
  readonly values: ReadonlyMap<string, GgufValue>;
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
    const values = new Map<string, GgufValue>();
    for (let value = 0; value < valueCount; value++) values.set(this.text(), this.value(this.uint32()));
    this.values = values;
    const alignment = values.get('general.alignment');
    this.alignment = typeof alignment === 'number' && alignment > 0 ? alignment : 32;
    const tensors: TensorPlace[] = [];
    for (let tensor = 0; tensor < tensorCount; tensor++) tensors.push(this.tensor());
    this.tensors = tensors;
    this.dataStart = Math.ceil(this.at / this.alignment) * this.alignment;
  }

  private tensor(): TensorPlace {
    this.text();
    let weights = 1;
    for (let dimension = this.uint32(); dimension > 0; dimension--) weights *= this.uint64();
    const typeAt = this.at;
    const type = this.uint32();
    const offsetAt = this.at;
    return { type, typeAt, offset: this.uint64(), offsetAt, weights };
  }

  private value(type: number): GgufValue {
    if (type === textType) return this.text();
    if (type !== listType) {
      const value = this.number(type);
      return type === yesNoType ? value !== 0 : value;
    }
    const itemType = this.uint32();
    const count = this.uint64();
    const width = numbers[itemType]?.[0];
    if (width !== undefined) this.skip(count * width);
    else for (let item = 0; item < count; item++) this.value(itemType);
    return { count };
  }

  private number(type: number): number {
    const known = numbers[type];
    if (known === undefined) throw new Error(`GGUF value of type ${type}`);
    const [width, read] = known;
    const at = this.at;
    this.skip(width);
    return read(this.view, at);
  }

  private uint32(): number {
    return this.number(4);
  }

  private uint64(): number {
    return this.number(10);
  }

  private text(): string {
    const length = this.uint64();
    const at = this.at;
    this.skip(length);
    return new TextDecoder().decode(new Uint8Array(this.view.buffer, at, length));
  }

  private skip(bytes: number): void {
    this.at += bytes;
    if (this.at > this.view.byteLength) throw new RangeError('the head goes on');
  }
}
