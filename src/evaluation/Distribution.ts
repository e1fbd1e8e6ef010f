const mostValues = 100_000;
const mostBins = 8192;

/**
 * Counts of numbers in bounded memory: each value by itself up to 100,000 different ones, then in bins whose
 * width is a power of two and doubles whenever more than 8,192 are in use.
 */
export class Distribution {
  count = 0;
  minimum = Infinity;
  maximum = -Infinity;
  mean = 0;
  #squares = 0;
  #counts = new Map<number, number>();
  /** 0 while every value is counted by itself. */
  #width = 0;

  add(value: number, times = 1): void {
    this.count += times;
    if (value < this.minimum) this.minimum = value;
    if (value > this.maximum) this.maximum = value;
    // Welford, "Note on a method for calculating corrected sums of squares and products", 1962.
    const before = value - this.mean;
    this.mean += (before * times) / this.count;
    this.#squares += times * before * (value - this.mean);
    const key = this.#width === 0 ? value : Math.floor(value / this.#width);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + times);
    if (this.#counts.size > (this.#width === 0 ? mostValues : mostBins)) this.#widen();
  }

  /** Null once there were more than 100,000. */
  get distinct(): number | null {
    return this.#width === 0 ? this.#counts.size : null;
  }

  /** Of the sample; null below two values. */
  get standardDeviation(): number | null {
    return this.count < 2 ? null : Math.sqrt(this.#squares / (this.count - 1));
  }

  /** Values with their counts, ascending; the middle of a bin stands for what is in it. */
  sorted(): [value: number, count: number][] {
    const width = this.#width;
    const pairs = [...this.#counts].sort(([a], [b]) => a - b);
    if (width === 0) return pairs;
    return pairs.map(([bin, count]) => [
      Math.min(this.maximum, Math.max(this.minimum, (bin + 0.5) * width)),
      count,
    ]);
  }

  /** The value at each 0-based rank, ranks ascending. */
  atRanks(ranks: readonly number[]): number[] {
    const values: number[] = [];
    let passed = 0;
    for (const [value, count] of this.sorted()) {
      passed += count;
      while (values.length < ranks.length && (ranks[values.length] ?? Infinity) < passed) values.push(value);
    }
    return values;
  }

  #widen(): void {
    if (this.#width === 0) {
      const least = (this.maximum - this.minimum) / mostBins;
      this.#width = 2 ** Math.ceil(Math.log2(least));
      this.#rebin((value) => Math.floor(value / this.#width));
    }
    while (this.#counts.size > mostBins) {
      this.#width *= 2;
      this.#rebin((bin) => Math.floor(bin / 2));
    }
  }

  #rebin(binOf: (key: number) => number): void {
    const counts = new Map<number, number>();
    for (const [key, count] of this.#counts) {
      const bin = binOf(key);
      counts.set(bin, (counts.get(bin) ?? 0) + count);
    }
    this.#counts = counts;
  }
}
