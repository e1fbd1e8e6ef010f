import type { Stream } from '../../random/Stream';
import { missingWords } from './missingWords.data';
import { isCode, readNumber, type NumberStyle } from './readNumber';

/** Cells longer than this are prose and no candidates for a category. */
const longestValue = 100;
const longestSample = 4000;

/** Exact over all records. */
export interface NumberTally {
  count: number;
  min: number;
  minCount: number;
  max: number;
  maxCount: number;
  decimals: number;
  /** Sum of squares is not kept: shape comes from the sample. */
  sum: number;
}

/** What is kept of one column while the file streams by: counts, and a sample; all of bounded size. */
export class ColumnSurvey {
  records = 0;
  present = 0;
  /** Records whose cell looked like a code with leading zeros. */
  codes = 0;
  readonly missing = new Map<string, number>();
  /** How often each value was seen; values that came after the limit are counted in `uncounted`. */
  readonly seen = new Map<string, number>();
  uncounted = 0;
  /** Every value was new, as far as `hashes` reached. */
  repeats = 0;
  readonly sample: string[] = [];
  readonly numbers: Record<NumberStyle, NumberTally> = { point: newTally(), comma: newTally() };
  private readonly hashes = new Set<number>();

  constructor(
    private readonly limits: { readonly distinct: number; readonly sample: number; readonly hashes: number },
    private readonly random: Stream,
  ) {}

  add(cell: string): void {
    this.records++;
    const word = cell.toLowerCase();
    if (cell.length <= 9 && missingWords.has(word)) {
      this.missing.set(word, (this.missing.get(word) ?? 0) + 1);
      return;
    }
    this.present++;
    this.count(cell);
    this.keep(cell);
    if (isCode(cell)) this.codes++;
    this.tally(cell, 'point');
    if (cell.includes(',')) this.tally(cell, 'comma');
  }

  private count(cell: string): void {
    const before = this.seen.get(cell);
    if (before !== undefined) this.seen.set(cell, before + 1);
    else if (cell.length <= longestValue && this.seen.size < this.limits.distinct) this.seen.set(cell, 1);
    else this.uncounted++;
    if (this.hashes.size >= this.limits.hashes) return;
    const hash = hashOf(cell);
    if (this.hashes.has(hash)) this.repeats++;
    else this.hashes.add(hash);
  }

  /** Reservoir sampling (Vitter 1985, algorithm R): every present cell is in the sample with the same chance. */
  private keep(cell: string): void {
    const kept = cell.length > longestSample ? cell.slice(0, longestSample) : cell;
    if (this.sample.length < this.limits.sample) this.sample.push(kept);
    else {
      const place = this.random.below(this.present);
      if (place < this.sample.length) this.sample[place] = kept;
    }
  }

  private tally(cell: string, style: NumberStyle): void {
    const read = readNumber(cell, style);
    if (read === undefined) return;
    const { value, decimals } = read;
    const tally = this.numbers[style];
    tally.count++;
    tally.sum += value;
    tally.decimals = Math.max(tally.decimals, decimals);
    if (value < tally.min) Object.assign(tally, { min: value, minCount: 0 });
    if (value > tally.max) Object.assign(tally, { max: value, maxCount: 0 });
    if (value === tally.min) tally.minCount++;
    if (value === tally.max) tally.maxCount++;
  }
}

function newTally(): NumberTally {
  return { count: 0, min: Infinity, minCount: 0, max: -Infinity, maxCount: 0, decimals: 0, sum: 0 };
}

/** 52 bits of two FNV-1a style hashes: enough to call 100,000 values different. */
function hashOf(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return (a >>> 0) * 0x100000 + ((b >>> 0) & 0xfffff);
}
