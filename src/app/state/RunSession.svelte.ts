import type { Bridge, OnRehearsed, RunControl, RunProgress } from '../../bridge/Bridge';
import type { EngineOptions, ModelCard } from '../../engines/Engine';
import type { Run } from '../../storage/records';

/** How a writer has to be loaded for a run, and who judges the rehearsal where the run begins with one. */
export interface ReadyWriter {
  readonly options: Partial<EngineOptions>;
  readonly onRehearsed?: OnRehearsed;
}

/** Gets a writer ready for a run, which may take its time or refuse. */
export type PrepareWriter = (signal: AbortSignal) => Promise<ReadyWriter>;

/** The run that this page is making now. It goes on while other screens are open. */
export class RunSession {
  run = $state.raw<Run | null>(null);
  progress = $state.raw<RunProgress | null>(null);
  failure = $state.raw<unknown>(null);
  /** Between the press and what it asked for. */
  stopping = $state<'pausing' | 'cancelling' | null>(null);
  active = $state(false);
  #control: RunControl | undefined;
  #preparing = new AbortController();
  readonly #bridge: Bridge;
  readonly #ended: (run: Run) => void;

  constructor(bridge: Bridge, ended: (run: Run) => void) {
    this.#bridge = bridge;
    this.#ended = ended;
    addEventListener('beforeunload', (event) => {
      if (this.active) event.preventDefault();
    });
  }

  /**
   * Starts or resumes, once the writer is ready. What goes wrong is shown by `failure` and never thrown.
   */
  async start(run: Run, writer: ModelCard, prepare: PrepareWriter): Promise<void> {
    if (this.active) return;
    this.#preparing = new AbortController();
    this.run = run;
    this.progress = null;
    this.failure = null;
    this.active = true;
    try {
      const { signal } = this.#preparing;
      const { options, onRehearsed } = await prepare(signal);
      signal.throwIfAborted();
      const onProgress = (progress: RunProgress): void => void (this.progress = progress);
      this.#control = await this.#bridge.run({ runId: run.id, writer, options }, { onProgress, onRehearsed });
      if (this.stopping === 'pausing') void this.pause();
      if (this.stopping === 'cancelling') void this.cancel();
      this.progress = await this.#control.finished;
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.active = false;
      this.stopping = null;
      this.#control = undefined;
      this.#ended(run);
    }
  }

  async pause(): Promise<void> {
    this.stopping = 'pausing';
    this.#preparing.abort();
    await this.#control?.pause().catch((failure: unknown) => (this.failure = failure));
  }

  async cancel(): Promise<void> {
    this.stopping = 'cancelling';
    this.#preparing.abort();
    await this.#control?.cancel().catch((failure: unknown) => (this.failure = failure));
  }
}
