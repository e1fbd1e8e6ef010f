import type { Attempt, FieldPath } from '../dataset/RowBatch';
import type { ReasonCount, RunCounts } from '../storage/records';

interface Sample {
  readonly at: number;
  readonly done: number;
  readonly tokens: number;
}

/** Over which the speed is measured. */
const windowMs = 8000;

/** Counts of a run, carried on from an earlier part of it when it resumes. */
export class Tally {
  readonly #requested: number;
  readonly #reasons = new Map<string, ReasonCount>();
  readonly #startedAt: number;
  readonly #earlierMs: number;
  readonly #now: () => number;
  #samples: Sample[] = [];
  readonly #aside = new Map<string, { readonly made: number; readonly marked: number }>();
  made = 0;
  marked = 0;
  retried: number;
  cells: number;
  tokens: number;

  constructor(before: RunCounts, now: () => number) {
    this.#requested = before.requested;
    this.retried = before.retried;
    this.cells = before.cells;
    this.tokens = before.tokens;
    this.#earlierMs = before.milliseconds;
    for (const reason of before.reasons) this.#reasons.set(`${reason.code} ${reason.path}`, reason);
    this.#now = now;
    this.#startedAt = now();
  }

  attempt(path: FieldPath, attempt: Attempt, first: boolean): void {
    this.tokens += attempt.tokens;
    if (!first) this.retried++;
    for (const code of new Set(attempt.problems.map((found) => found.code))) {
      const key = `${code} ${path}`;
      this.#reasons.set(key, { code, path, count: (this.#reasons.get(key)?.count ?? 0) + 1 });
    }
  }

  /** What was made so far are the first records of a table that will be taken up again, and counted anew then. */
  setAside(table: string): void {
    this.#aside.set(table, { made: this.made, marked: this.marked });
    this.made = 0;
    this.marked = 0;
  }

  takeUp(table: string): void {
    this.#aside.delete(table);
  }

  /** Of all that was made, only these records are left. */
  leave(made: number): void {
    this.marked = this.#withAside('marked');
    this.#aside.clear();
    this.made = made;
  }

  counts(): RunCounts {
    return {
      requested: this.#requested,
      made: this.#withAside('made'),
      marked: this.#withAside('marked'),
      retried: this.retried,
      cells: this.cells,
      tokens: this.tokens,
      milliseconds: this.#earlierMs + this.#now() - this.#startedAt,
      reasons: [...this.#reasons.values()].sort((a, b) => b.count - a.count),
    };
  }

  /** Per second over the last few seconds; `done` is what the caller counts, written cells or records. */
  rates(done: number): { perSecond: number; tokensPerSecond: number } {
    const now = { at: this.#now(), done, tokens: this.tokens };
    this.#samples.push(now);
    this.#samples = this.#samples.filter((sample) => now.at - sample.at <= windowMs);
    const first = this.#samples[0] ?? now;
    const seconds = (now.at - first.at) / 1000;
    if (seconds <= 0) return { perSecond: 0, tokensPerSecond: 0 };
    return {
      perSecond: (done - first.done) / seconds,
      tokensPerSecond: (now.tokens - first.tokens) / seconds,
    };
  }

  #withAside(count: 'made' | 'marked'): number {
    return [...this.#aside.values()].reduce((sum, aside) => sum + aside[count], this[count]);
  }
}
