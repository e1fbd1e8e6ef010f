import { WorkTally } from './WorkTally';

/** Another number has to be faster by so much before it is taken: measurements vary. */
const margin = 1.2;
/** Answers a slot that are let pass after a change, and that are then measured. */
const warmUp = 1;
const measured = 6;
/** A measurement of fewer answers says little. */
const fewestMeasured = 8;
/** So many measurements without any work like that of the number to beat: the work has changed, and all is measured anew. */
const mostUnlike = 4;
/** Ticks come once a second. Longer without a sign, milliseconds, and the device slept or the tab was frozen. */
const longestGap = 3000;

/** One that came back. */
export interface Answered {
  /** Requests of one family are alike in how long a token takes them. */
  readonly family: string;
  /** Written for it. */
  readonly tokens: number;
  /** When it was sent and when it came, milliseconds. */
  readonly beganAt: number;
  readonly at: number;
  /** When as many as allowed were under way till then. */
  readonly full: boolean;
}

/**
 * How many texts to write at once, by how long the same work takes: it starts with a number, halves it while that is
 * faster by a fifth, else doubles it while that is, and keeps the best. Texts do not depend on it, only their speed does.
 */
export class AdaptiveSlots {
  /** As many as the engine has. */
  readonly most: number;
  private readonly tried = new Map<number, WorkTally>();
  private now: number;
  private best: number;
  private settled: boolean;
  private passed = 0;
  private openedAt: number | undefined;
  private tally = new WorkTally();
  private awakeAt: number | undefined;

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

  /** Once a second, and when that was, milliseconds. */
  tick(at: number): void {
    if (this.hasSlept(at)) this.startOver();
  }

  answered({ family, tokens, beganAt, at, full }: Answered): void {
    if (this.settled) return;
    const slept = this.hasSlept(at);
    if (!full || slept) return this.startOver();
    if (this.openedAt === undefined) {
      this.passed += 1;
      if (this.passed >= warmUp * this.now) this.openedAt = at;
      return;
    }
    if (beganAt < this.openedAt || tokens === 0) return;
    this.tally.add(family, tokens, (at - beganAt) / this.now);
    this.judge();
  }

  private startOver(): void {
    this.passed = 0;
    this.openedAt = undefined;
    this.tally = new WorkTally();
  }

  private hasSlept(at: number): boolean {
    const { awakeAt = at } = this;
    this.awakeAt = at;
    return at - awakeAt > longestGap;
  }

  private judge(): void {
    const { answers } = this.tally;
    const enough = Math.max(fewestMeasured, measured * this.now);
    const toBeat = this.tried.get(this.best);
    if (toBeat === undefined) {
      if (answers >= enough) this.choose();
      return;
    }
    const speed = this.tally.speedOver(toBeat);
    if (speed === undefined) {
      if (answers >= enough * mostUnlike) this.forget();
      return;
    }
    // One that is no faster is left at once.
    if (speed > 1 && answers < enough) return;
    if (speed > margin) this.best = this.now;
    this.choose();
  }

  /** The best so far, or its next neighbour that has not been tried. */
  private choose(): void {
    this.tried.set(this.now, this.tally);
    const fewer = Math.floor(this.best / 2);
    const more = Math.min(this.most, this.best * 2);
    const next = [fewer, more].find((slots) => slots >= 1 && !this.tried.has(slots));
    this.settled = next === undefined;
    this.now = next ?? this.best;
    this.startOver();
  }

  private forget(): void {
    this.tried.clear();
    this.now = this.best;
    this.startOver();
  }
}
