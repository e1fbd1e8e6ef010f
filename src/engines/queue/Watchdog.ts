/** A fresh engine may take so many times longer: its first step reads whole prompts, and a GPU compiles what it needs. */
const firstStepShare = 4;
/** The longest wait that an engine has come back from says how slow it is; so many times that is no hang either. */
const longestShare = 3;

/**
 * Tells a hung engine from a slow one. It counts ticks, one a second, and not the clock: while a laptop sleeps or a tab is
 * frozen nothing ticks, so neither is taken for a hang.
 */
export class Watchdog {
  private readonly patienceSeconds: number;
  private steps = 0;
  private idle = 0;
  private longest = 0;

  constructor(patienceSeconds: number) {
    this.patienceSeconds = patienceSeconds;
  }

  /** A second went by; true once an engine that has work counts as hung. `steps` as `LoadedModel.steps`. */
  tick(steps: number, hasWork: boolean): boolean {
    if (!hasWork || steps !== this.steps) {
      if (hasWork) this.longest = Math.max(this.longest, this.idle);
      this.steps = steps;
      this.idle = 0;
      return false;
    }
    this.idle += 1;
    const usual = this.steps === 0 ? this.patienceSeconds * firstStepShare : this.patienceSeconds;
    return this.idle >= Math.max(usual, this.longest * longestShare);
  }

  /** Another engine takes the place of the one that was watched. */
  startOver(): void {
    this.steps = 0;
    this.idle = 0;
    this.longest = 0;
  }
}
