import { philox4x32 } from './philox4x32';
import type { Stream } from './Stream';

const TWO_TO_32 = 2 ** 32;
const TWO_TO_53 = 2 ** 53;

/** Philox blocks of one cell: counter (row low, row high, attempt, block). Moved from cell to cell by `place`. */
export class CellStream implements Stream {
  private readonly words = new Uint32Array(4);
  private used = 4;
  private block = 0;
  private rowLow = 0;
  private rowHigh = 0;
  private attempt = 0;

  constructor(
    private readonly key0: number,
    private readonly key1: number,
  ) {}

  place(row: number, attempt: number): this {
    this.rowLow = row >>> 0;
    this.rowHigh = Math.floor(row / TWO_TO_32);
    this.attempt = attempt;
    this.block = 0;
    this.used = 4;
    return this;
  }

  uint32(): number {
    if (this.used === 4) {
      philox4x32(this.words, this.rowLow, this.rowHigh, this.attempt, this.block++, this.key0, this.key1);
      this.used = 0;
    }
    return this.words[this.used++] as number;
  }

  uniform(): number {
    const bits = this.bits53();
    return (bits === 0 ? 0.5 : bits) / TWO_TO_53;
  }

  /** Up to 2^32 by Lemire, "Fast random integer generation in an interval", ACM TOMACS 29(1), 2019. */
  below(bound: number): number {
    if (!Number.isInteger(bound) || bound < 1 || bound > TWO_TO_53) {
      throw new RangeError(`below(${bound}): the bound is a whole number from 1 to 2^53`);
    }
    if (bound > TWO_TO_32) return this.belowWide(bound);
    if (bound === TWO_TO_32) return this.uint32();
    let word = this.uint32();
    let low = Math.imul(word, bound) >>> 0;
    if (low < bound) {
      const threshold = (TWO_TO_32 - bound) % bound;
      while (low < threshold) {
        word = this.uint32();
        low = Math.imul(word, bound) >>> 0;
      }
    }
    return ((word * bound - low) / TWO_TO_32 + 0.5) >>> 0;
  }

  private belowWide(bound: number): number {
    const limit = TWO_TO_53 - (TWO_TO_53 % bound);
    let bits = this.bits53();
    while (bits >= limit) bits = this.bits53();
    return bits % bound;
  }

  private bits53(): number {
    const high = this.uint32() >>> 5;
    return high * 67108864 + (this.uint32() >>> 6);
  }
}
