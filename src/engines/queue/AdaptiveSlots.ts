/** Another number has to be faster by so much before it is taken: measurements vary. */
const margin = 1.1;
/** Answers a slot that are let pass after a change, as they began before it, and that are then measured. */
const warmUp = 1;
const measured = 6;
/** A measurement of fewer answers says little. After so many, a number that is slower by a tenth is left at once. */
const fewestMeasured = 8;

/**
 * How many texts to write at once, by the tokens a second that come of it: it starts with a number, halves it while that is
 * faster by a tenth, else doubles it while that is, and keeps the best. Texts do not depend on it, only their speed does.
 */
export class AdaptiveSlots {
  /** As many as the engine has. */
  readonly most: number;
  private readonly rates = new Map<number, number>();
  private now: number;
  private best: number;
  private settled: boolean;
  private answers = 0;
  private tokens = 0;
  private startedAt = 0;

  /** `most` is how many the engine has; `start` is between 1 and that. */
  constructor(start: number, most: number) {
    this.now = start;
    this.best = start;
    this.most = most;
    this.settled = most === 1;
  }

  /** As many at once, for now. */
  get limit(): number {
    return this.now;
  }

  /** Whether it has found the number to stay with. */
  get isSettled(): boolean {
    return this.settled;
  }

  /** An answer of so many tokens came at `at` milliseconds. `full` when as many as allowed were under way till then. */
  answered(tokens: number, at: number, full: boolean): void {
    if (this.settled) return;
    if (!full) return this.startOver();
    this.answers += 1;
    const skipped = warmUp * this.now;
    if (this.answers === skipped) this.startedAt = at;
    if (this.answers <= skipped) return;
    this.tokens += tokens;
    const count = this.answers - skipped;
    if (count < fewestMeasured) return;
    const rate = at > this.startedAt ? this.tokens / (at - this.startedAt) : 0;
    const isHopeless = rate * margin < (this.rates.get(this.best) ?? 0);
    if (!isHopeless && count < measured * this.now) return;
    this.rates.set(this.now, rate);
    this.choose();
    this.startOver();
  }

  /** The fastest so far by a margin, then its next neighbour that has not been tried. */
  private choose(): void {
    const rate = (slots: number): number => this.rates.get(slots) ?? 0;
    if (rate(this.now) > rate(this.best) * margin) this.best = this.now;
    const fewer = Math.floor(this.best / 2);
    const more = Math.min(this.most, this.best * 2);
    const next = [fewer, more].find((slots) => slots >= 1 && !this.rates.has(slots));
    this.settled = next === undefined;
    this.now = next ?? this.best;
  }

  private startOver(): void {
    this.answers = 0;
    this.tokens = 0;
  }
}
