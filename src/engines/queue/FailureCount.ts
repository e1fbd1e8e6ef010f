/**
 * Answers after which a failure has nothing to do with the one before. A failure costs about as much time as ten or twenty
 * of them: a model is loaded, and what was in flight is asked again, one at a time. Fewer than one in a hundred cost less
 * than any step down does.
 */
const enoughAnswers = 100;

/**
 * Counts how often an engine, or the worker around it, failed with few answers between, or with none. What one cell did
 * wherever it was asked is no fault of the engine, unless nothing else is answered either.
 */
export class FailureCount {
  private readonly most: number;
  /** Without an answer between them. */
  private inARow = 0;
  /** With fewer than `enoughAnswers` between one and the next. */
  private close = 0;
  private answers = 0;
  private sinceAnswer = 0;
  private mayBeCells = false;

  /** `most` failures are one too many. */
  constructor(most: number) {
    this.most = most;
  }

  /** Failures since the last answer, whatever has been changed between them. */
  get unanswered(): number {
    return this.sinceAnswer;
  }

  answered(): void {
    this.answers += 1;
    this.inARow = 0;
    this.sinceAnswer = 0;
  }

  /** True when less had better be asked of the device from now on; then it counts anew. `byCell`: one cell failed it twice. */
  failed(byCell = false): boolean {
    this.sinceAnswer += 1;
    this.inARow += 1;
    if (!byCell) this.close = this.answers < enoughAnswers ? this.close + 1 : 1;
    else if (this.mayBeCells) this.close -= 1;
    this.mayBeCells = !byCell && this.close > 0;
    this.answers = 0;
    if (this.inARow < this.most && this.close < this.most) return false;
    this.inARow = 0;
    this.close = 0;
    this.mayBeCells = false;
    return true;
  }
}
