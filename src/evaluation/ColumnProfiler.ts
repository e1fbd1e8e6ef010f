import type { Cell } from '../dataset/RowBatch';
import type { RecipeColumn } from '../recipe/columnsOf';
import { binsFor } from './binsFor';
import { countWords } from './countWords';
import { Distribution } from './Distribution';
import { fromOrdinal, isOrdered, toOrdinal, type OrderedType } from './ordinal';
import type { Bar, ColumnProfile } from './Report';

const mostValues = 100_000;
const mostBars = 12;

/** Gathers one column's profile batch by batch, in memory that does not grow beyond 100,000 values. */
export class ColumnProfiler {
  readonly #column: RecipeColumn;
  readonly #ordered: OrderedType | null;
  /** Of places on a line, or of numbers of words. */
  readonly #distribution = new Distribution();
  readonly #values = new Map<Cell, number>();
  #rows = 0;
  #missing = 0;
  #uncounted = 0;

  constructor(column: RecipeColumn) {
    this.#column = column;
    this.#ordered = isOrdered(column.type) ? column.type : null;
  }

  add(cells: readonly Cell[]): void {
    this.#rows += cells.length;
    for (const cell of cells) {
      if (cell === null) this.#missing++;
      else if (this.#ordered === null) this.#addValue(cell);
      else this.#addOrdered(cell, this.#ordered);
    }
  }

  /** Once, at the end. */
  profile(): ColumnProfile {
    const { path, label, type, origin } = this.#column;
    const common = { path, label, type, origin, rows: this.#rows, missing: this.#missing };
    const present = this.#rows - this.#missing;
    if (this.#ordered !== null) {
      const summary = summarise(this.#distribution, this.#ordered);
      const others = present - this.#distribution.count;
      return { ...common, distinct: this.#distribution.distinct, ...summary, barsOf: 'bins', others };
    }
    const distinct = this.#uncounted > 0 ? null : this.#values.size;
    const words = this.#words();
    if (type === 'text' && words.mean >= 5 && (distinct ?? Infinity) > present / 2) {
      return { ...common, distinct, ...summarise(words, 'integer'), barsOf: 'words', others: 0 };
    }
    const bars = this.#frequent();
    const others = present - bars.reduce((sum, bar) => sum + bar.count, 0);
    return { ...common, distinct, ...noSummary, bars, barsOf: 'values', others };
  }

  #addOrdered(cell: Cell, type: OrderedType): void {
    const ordinal = toOrdinal(cell, type);
    if (ordinal !== undefined) this.#distribution.add(ordinal);
  }

  #addValue(cell: Cell): void {
    const count = this.#values.get(cell);
    if (count !== undefined || this.#values.size < mostValues) this.#values.set(cell, (count ?? 0) + 1);
    else {
      this.#uncounted++;
      this.#distribution.add(countWords(String(cell)));
    }
  }

  /** Of every text; those that were counted by value are looked at once each, however often they occur. */
  #words(): Distribution {
    for (const [value, count] of this.#values) this.#distribution.add(countWords(String(value)), count);
    return this.#distribution;
  }

  #frequent(): Bar[] {
    const sorted = [...this.#values].sort(
      ([a, ofA], [b, ofB]) => ofB - ofA || (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0),
    );
    if (sorted.length > mostBars && sorted[0]?.[1] === 1) return [];
    return sorted.slice(0, mostBars).map(([value, count]) => ({ label: String(value), count }));
  }
}

const noSummary = { minimum: null, median: null, maximum: null, mean: null, standardDeviation: null };

type Summary = Pick<ColumnProfile, 'minimum' | 'median' | 'maximum' | 'mean' | 'standardDeviation' | 'bars'>;

function summarise(values: Distribution, type: OrderedType): Summary {
  const { count, minimum, maximum, mean, standardDeviation } = values;
  if (count === 0) return { ...noSummary, bars: [] };
  const numeric = type === 'integer' || type === 'number';
  const [low = minimum, high = low] = values.atRanks([Math.floor((count - 1) / 2), Math.floor(count / 2)]);
  return {
    minimum: fromOrdinal(minimum, type),
    median: numeric ? (low + high) / 2 : fromOrdinal(low, type),
    maximum: fromOrdinal(maximum, type),
    mean: numeric ? mean : null,
    standardDeviation: numeric ? standardDeviation : null,
    bars: barsOf(values, type),
  };
}

function barsOf(values: Distribution, type: OrderedType): Bar[] {
  const { edges, labels } = binsFor(type, values.minimum, values.maximum);
  const counts = labels.map(() => 0);
  let bin = 0;
  for (const [value, count] of values.sorted()) {
    while (bin < counts.length - 1 && value >= (edges[bin + 1] ?? Infinity)) bin++;
    counts[bin] = (counts[bin] ?? 0) + count;
  }
  return labels.map((label, at) => ({ label, count: counts[at] ?? 0 }));
}
