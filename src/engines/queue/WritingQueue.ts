import { Failure } from '../../problems/Failure';
import type { Problem } from '../../problems/Problem';
import type { LoadedModel } from '../Engine';
import { AdaptiveSlots } from './AdaptiveSlots';
import type { Cell, Request } from './Cell';
import { EngineKeeper, type Kept } from './EngineKeeper';
import type { Step } from './Step';
import { WaitingLine } from './WaitingLine';
import { Watchdog } from './Watchdog';

export interface QueueOptions {
  /** Number of the step to begin with: an earlier writer came down to it. */
  readonly from: number;
  /** Seconds without a step before the engine counts as hung. */
  readonly patienceSeconds: number;
  /** Seconds that loading may take. */
  readonly loadSeconds: number;
  /** Failures with no answer between them, or few, before the writer steps down; see `FailureCount`. */
  readonly mostFailures: number;
  /** The engine is replaced between requests once it may hold this much for past ones; see `LoadedModel.heldMiB`. */
  readonly restartAtMiB: number;
  /** Milliseconds; tells nothing but how fast the texts are written. */
  readonly now: () => number;
}

const defaults: QueueOptions = {
  from: 0,
  patienceSeconds: 30,
  loadSeconds: 300,
  mostFailures: 3,
  restartAtMiB: 1024,
  now: () => performance.now(),
};

/** What happened to the writer on the way, and what it is since. */
export interface QueueNews {
  readonly problem: Problem;
  readonly kept: Kept;
}

/** Keeps as many requests in flight as pay, at most as the engine has slots; what was lost with an engine is asked of the next. */
export class WritingQueue {
  private readonly options: QueueOptions;
  private readonly keeper: EngineKeeper;
  private readonly watchdog: Watchdog;
  private readonly waiting = new WaitingLine();
  private readonly inFlight = new Set<Cell>();
  /** Undefined while the engine is being replaced. */
  private kept: Kept | undefined;
  private slots = new AdaptiveSlots(1, 1);
  private failure: unknown;

  constructor(
    plan: readonly Step[],
    options: Partial<QueueOptions>,
    onNews: (news: QueueNews) => void = () => undefined,
  ) {
    this.options = { ...defaults, ...options };
    this.watchdog = new Watchdog(this.options.patienceSeconds);
    this.keeper = new EngineKeeper(plan, this.options, {
      onReady: (kept) => this.takeUp(kept),
      onStepDown: (problem, kept) => {
        this.waiting.forgive();
        onNews({ problem, kept });
      },
      onEnd: (failure) => this.give(failure),
    });
  }

  /** Loads the first engine. Throws what the last of all steps failed with. */
  async open(): Promise<Kept> {
    await this.keeper.open();
    if (this.kept === undefined) throw this.failure;
    return this.kept;
  }

  ask<Answer>(request: Request<Answer>, signal: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(cancelled());
      if (this.failure !== undefined) return reject(this.failure);
      const settled = new AbortController();
      const cell: Cell = {
        request: request as Request<unknown>,
        stop: new AbortController(),
        deaths: 0,
        resolve(answer) {
          settled.abort();
          resolve(answer as Answer);
        },
        reject(cause) {
          settled.abort();
          reject(cause);
        },
      };
      signal.addEventListener('abort', () => this.cancel(cell), { once: true, signal: settled.signal });
      this.waiting.add(cell);
      this.fill();
    });
  }

  /** Once a second. */
  tick(): void {
    this.keeper.tick();
    this.slots.tick(this.options.now());
    const model = this.kept?.model;
    if (model === undefined) return;
    const isHung = this.watchdog.tick(model.steps(), this.inFlight.size > 0);
    if (isHung) this.bury(model, new Error('no step in time'));
  }

  async close(): Promise<void> {
    this.give(cancelled());
    this.keeper.close();
    await this.kept?.model.unload();
    this.kept = undefined;
  }

  private takeUp(kept: Kept): void {
    this.kept = kept;
    this.watchdog.startOver();
    const { slots } = kept.model.facts;
    if (slots !== this.slots.most) this.slots = new AdaptiveSlots(slots, slots);
    this.fill();
  }

  private cancel(cell: Cell): void {
    cell.reject(cancelled());
    cell.stop.abort();
    this.waiting.remove(cell);
  }

  private fill(): void {
    const kept = this.kept;
    if (kept === undefined) return;
    if (kept.model.heldMiB() >= this.options.restartAtMiB) {
      if (this.inFlight.size === 0 && this.waiting.size > 0) void this.renew(kept.model);
      return;
    }
    while (this.inFlight.size < this.slots.limit) {
      const next = this.waiting.take(this.inFlight);
      if (next === undefined) return;
      void this.send(kept, next);
    }
  }

  private async send(kept: Kept, cell: Cell): Promise<void> {
    this.inFlight.add(cell);
    const beganAt = this.options.now();
    try {
      const answer = await cell.request.ask(kept, cell.stop.signal);
      if (this.kept !== kept) return;
      this.keeper.answered();
      const { family } = cell.request;
      const full = this.inFlight.size >= this.slots.limit;
      this.slots.answered({
        family,
        tokens: cell.request.tokensOf(answer),
        beganAt,
        at: this.options.now(),
        full,
      });
      cell.resolve(answer);
    } catch (cause) {
      if (this.kept !== kept) return;
      if (isRefusal(cause)) cell.reject(cause);
      else if (!cell.stop.signal.aborted) return this.bury(kept.model, cause);
    }
    this.inFlight.delete(cell);
    this.waiting.freed(cell.request.family);
    this.fill();
  }

  /** The engine is dead. What it was at is asked once more, alone; what ends an engine twice is given up. */
  private bury(dead: LoadedModel, cause: unknown): void {
    const kept = this.kept as Kept;
    const lost = [...this.inFlight].filter((cell) => !cell.stop.signal.aborted);
    this.inFlight.clear();
    this.kept = undefined;
    for (const cell of lost) cell.deaths += 1;
    const culprits = lost.filter(({ deaths }) => deaths > 1);
    for (const cell of culprits) giveUp(cell, kept);
    this.waiting.addFirst(lost.filter(({ deaths }) => deaths === 1));
    void this.keeper.replace(dead, cause, culprits.length > 0);
  }

  private async renew(old: LoadedModel): Promise<void> {
    this.kept = undefined;
    await this.keeper.open(old);
  }

  private give(failure: unknown): void {
    this.failure ??= failure;
    for (const cell of [...this.waiting.takeAll(), ...this.inFlight]) cell.reject(failure);
    this.inFlight.clear();
  }
}

function giveUp(cell: Cell, kept: Kept): void {
  try {
    cell.resolve(cell.request.giveUp(kept));
  } catch (cause) {
    cell.reject(cause);
  }
}

/** The engine is well and will not do it. */
function isRefusal(cause: unknown): boolean {
  return cause instanceof Failure && cause.problem.code === 'device.tooLongToScore';
}

function cancelled(): DOMException {
  return new DOMException('The cell was cancelled.', 'AbortError');
}
