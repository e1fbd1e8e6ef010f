import { Failure } from '../../problems/Failure';
import type { Problem } from '../../problems/Problem';
import type { LoadedModel, ModelCard } from '../Engine';
import { FailureCount } from './FailureCount';
import type { Step } from './Step';

export interface KeeperOptions {
  /** Number of the step to begin with. */
  readonly from: number;
  /** Failures with no answer between them, or few, before it steps down; see `FailureCount`. */
  readonly mostFailures: number;
  /** Seconds that loading may take. */
  readonly loadSeconds: number;
}

/** A model in memory and how it wants to be asked. */
export interface Kept {
  readonly model: LoadedModel;
  readonly card: ModelCard;
  /** Number of its step in the plan. */
  readonly step: number;
}

interface Listener {
  onReady(kept: Kept): void;
  /** It came down to another step, which is ready now. */
  onStepDown(problem: Problem, kept: Kept): void;
  /** Nothing is left to try. */
  onEnd(failure: unknown): void;
}

/**
 * Keeps a model in memory: loads it, loads it again when it has died, and comes down to the plan's next step when it dies
 * again and again. A step of another model is only for a writer that has worked: one that never loads is a failure.
 */
export class EngineKeeper {
  private readonly plan: readonly Step[];
  private readonly options: KeeperOptions;
  private readonly listener: Listener;
  private at: number;
  private readonly failures: FailureCount;
  private hasWorked: boolean;
  private loading: AbortController | undefined;
  private loadingTicks = 0;
  private closed = false;
  private readonly notices: Problem[] = [];

  constructor(plan: readonly Step[], options: KeeperOptions, listener: Listener) {
    this.plan = plan;
    this.at = options.from;
    this.hasWorked = options.from > 0;
    this.options = options;
    this.failures = new FailureCount(options.mostFailures);
    this.listener = listener;
    // Whoever came down to here before may not have lived to tell.
    this.say(options.from);
  }

  /** Loads the first model, or one in the place of `old`. Settles when something is loaded or nothing is left; never rejects. */
  async open(old?: LoadedModel): Promise<void> {
    await old?.unload().catch(() => undefined);
    for (let step = this.plan[this.at]; step !== undefined && !this.closed; step = this.plan[this.at]) {
      try {
        const model = await this.load(step);
        if (this.closed) return void (await model.unload());
        return this.present({ model, card: step.card, step: this.at });
      } catch (cause) {
        if (!this.closed) this.fail(cause);
      }
    }
  }

  /** The model has died: another one takes its place. `byCell`: of a cell that has ended one before. Settles as `open`. */
  async replace(dead: LoadedModel, cause: unknown, byCell: boolean): Promise<void> {
    this.fail(cause, byCell);
    await this.open(dead);
  }

  answered(): void {
    this.hasWorked = true;
    this.failures.answered();
  }

  /** Once a second; gives a load up that takes too long. */
  tick(): void {
    if (this.loading === undefined) return;
    this.loadingTicks += 1;
    if (this.loadingTicks >= this.options.loadSeconds) this.loading.abort(new Error('not loaded in time'));
  }

  close(): void {
    this.closed = true;
    this.loading?.abort(new Error('closed'));
  }

  private async load(step: Step): Promise<LoadedModel> {
    const stop = new AbortController();
    this.loading = stop;
    this.loadingTicks = 0;
    try {
      return await step.load(stop.signal);
    } finally {
      this.loading = undefined;
    }
  }

  private fail(cause: unknown, byCell = false): void {
    if (!this.failures.failed(byCell)) return;
    const next = this.plan.findIndex(({ card }, at) => at > this.at && this.mayUse(card));
    if (next !== -1) {
      this.at = next;
      return this.say(next);
    }
    const restarts = this.failures.unanswered;
    // Where nothing less is left, a few answers between the failures are better than none.
    if (restarts < this.options.mostFailures) return;
    this.at = this.plan.length;
    const isLoading = !this.hasWorked && cause instanceof Failure;
    this.listener.onEnd(isLoading ? cause : new Failure('device.writerStuck', { restarts }, { cause }));
  }

  private say(step: number): void {
    const notice = this.plan[step]?.notice?.(this.options.mostFailures);
    if (notice !== undefined) this.notices.push(notice);
  }

  private mayUse(card: ModelCard): boolean {
    return this.hasWorked || card.id === this.plan[this.at]?.card.id;
  }

  private present(kept: Kept): void {
    for (const notice of this.notices.splice(0)) this.listener.onStepDown(notice, kept);
    this.listener.onReady(kept);
  }
}
