import { Failure } from '../problems/Failure';
import type { ContinuationScore, LoadedModel, RenderedTask, ScoringTask, Written } from './Engine';

export interface QueueOptions {
  /** Seconds without a step before the engine counts as hung. */
  readonly patienceSeconds: number;
  /** Restarts in a row, without one finished cell between them, before the engine is given up. */
  readonly mostRestarts: number;
  /** The engine is replaced between cells once it may hold this much for past ones; see `LoadedModel.heldMiB`. */
  readonly restartAtMiB: number;
}

const defaults: QueueOptions = { patienceSeconds: 30, mostRestarts: 6, restartAtMiB: 1024 };

/** Something that takes a slot of the engine for a while. */
interface Request<Answer> {
  ask(model: LoadedModel, signal: AbortSignal): Promise<Answer>;
  /** What stands for its answer when the engine dies whenever it is asked; may throw. */
  giveUp(): Answer;
}

interface WaitingCell {
  readonly request: Request<unknown>;
  readonly stop: AbortController;
  resolve(answer: unknown): void;
  reject(cause: unknown): void;
  /** How often the engine died while it wrote this cell. */
  deaths: number;
}

/** What stands for a cell that ends the engine whenever it is written: as a reply cut short it is tried with another seed. */
const nothingWritten: Written = { text: '', tokens: 0, promptTokens: 0, milliseconds: 0, finish: 'length' };

/** Keeps exactly as many cells in flight as the engine has slots, and replaces the engine when it dies, hangs or grows. */
export class WritingQueue {
  private readonly options: QueueOptions;
  private readonly open: () => Promise<LoadedModel>;
  private readonly waiting: WaitingCell[] = [];
  private readonly inFlight = new Set<WaitingCell>();
  /** Undefined while the engine is being replaced. */
  private model: LoadedModel | undefined;
  private failure: unknown;
  private restarts = 0;
  private stepsSeen = 0;
  private idleTicks = 0;

  constructor(first: LoadedModel, open: () => Promise<LoadedModel>, options: Partial<QueueOptions> = {}) {
    this.model = first;
    this.open = open;
    this.options = { ...defaults, ...options };
  }

  write(task: RenderedTask, signal: AbortSignal): Promise<Written> {
    return this.ask({ ask: (model, stop) => model.write(task, stop), giveUp: () => nothingWritten }, signal);
  }

  score(task: ScoringTask, signal: AbortSignal): Promise<readonly ContinuationScore[]> {
    const giveUp = (): never => {
      throw new Failure('device.notScored');
    };
    return this.ask({ ask: (model, stop) => model.score(task, stop), giveUp }, signal);
  }

  private ask<Answer>(request: Request<Answer>, signal: AbortSignal): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(cancelled());
      if (this.failure !== undefined) return reject(this.failure);
      const settled = new AbortController();
      const cell: WaitingCell = {
        request,
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
      this.waiting.push(cell);
      this.fill();
    });
  }

  /** Once a second. Counting ticks and not the clock, a laptop that slept is not taken for a hung engine. */
  tick(): void {
    const model = this.model;
    if (model === undefined || this.inFlight.size === 0 || model.steps() !== this.stepsSeen) {
      this.stepsSeen = model?.steps() ?? 0;
      this.idleTicks = 0;
      return;
    }
    this.idleTicks += 1;
    if (this.idleTicks >= this.options.patienceSeconds) this.bury(model, new Error('no step in time'));
  }

  async close(): Promise<void> {
    this.give(cancelled());
    await this.model?.unload();
    this.model = undefined;
  }

  private cancel(cell: WaitingCell): void {
    cell.reject(cancelled());
    cell.stop.abort();
    const at = this.waiting.indexOf(cell);
    if (at >= 0) this.waiting.splice(at, 1);
  }

  private fill(): void {
    const model = this.model;
    if (model === undefined) return;
    if (model.heldMiB() >= this.options.restartAtMiB) {
      if (this.inFlight.size === 0 && this.waiting.length > 0) void this.replace(model);
      return;
    }
    for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
      const full = this.inFlight.size >= model.facts.slots;
      if (full || this.mustBeAlone(next)) return;
      this.waiting.shift();
      void this.send(model, next);
    }
  }

  /** A cell that was in flight when the engine died may be why: alone it can do no harm to the others. */
  private mustBeAlone(next: WaitingCell): boolean {
    if (this.inFlight.size === 0) return false;
    return next.deaths > 0 || [...this.inFlight].some((cell) => cell.deaths > 0);
  }

  private async send(model: LoadedModel, cell: WaitingCell): Promise<void> {
    this.inFlight.add(cell);
    try {
      const answer = await cell.request.ask(model, cell.stop.signal);
      if (this.model !== model) return;
      this.restarts = 0;
      cell.resolve(answer);
    } catch (cause) {
      if (this.model !== model) return;
      if (isRefusal(cause)) cell.reject(cause);
      else if (!cell.stop.signal.aborted) return this.bury(model, cause);
    }
    this.inFlight.delete(cell);
    this.fill();
  }

  private bury(model: LoadedModel, cause: unknown): void {
    const lost = [...this.inFlight].filter((cell) => !cell.stop.signal.aborted);
    this.inFlight.clear();
    for (const cell of lost) cell.deaths += 1;
    for (const cell of lost.filter(({ deaths }) => deaths > 1)) giveUp(cell);
    this.waiting.unshift(...lost.filter(({ deaths }) => deaths === 1));
    this.restarts += 1;
    void this.replace(model, cause);
  }

  private async replace(old: LoadedModel, cause?: unknown): Promise<void> {
    this.model = undefined;
    this.stepsSeen = 0;
    this.idleTicks = 0;
    await old.unload().catch(() => undefined);
    let reason = cause;
    while (this.failure === undefined) {
      if (this.restarts > this.options.mostRestarts) {
        return this.give(new Failure('device.writerStuck', { restarts: this.restarts }, { cause: reason }));
      }
      try {
        const fresh = await this.open();
        if (this.failure !== undefined) return void (await fresh.unload());
        this.model = fresh;
        return this.fill();
      } catch (again) {
        this.restarts += 1;
        reason = again;
      }
    }
  }

  private give(failure: unknown): void {
    this.failure ??= failure;
    for (const cell of [...this.waiting.splice(0), ...this.inFlight]) cell.reject(failure);
    this.inFlight.clear();
  }
}

function giveUp(cell: WaitingCell): void {
  try {
    cell.resolve(cell.request.giveUp());
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
