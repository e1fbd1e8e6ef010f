import type { Bridge } from '../../bridge/Bridge';
import type { ModelCard } from '../../engines/Engine';
import { embeddedWriter } from '../../engines/models';
import { Failure } from '../../problems/Failure';
import type { Run } from '../../storage/records';
import type { Store } from '../../storage/Store';
import { moment } from '../words/moment';
import { isAbort } from '../words/sentences';
import { now } from './now';

/** The writers on this device, and the one that writes next. */
export class Writers {
  all = $state.raw<readonly ModelCard[]>([embeddedWriter]);
  /** Whether `all` is what is on this device, and not what is there in any case. */
  isRead = false;
  /** Name of the file or folder that is being brought in, and the share of it that is there; null when none is. */
  coming = $state<{ readonly name: string; readonly share: number } | null>(null);
  failure = $state.raw<unknown>(null);
  /** The writer that could not be removed last, and why. */
  kept = $state.raw<{ readonly id: string; readonly failure: unknown } | null>(null);
  #chosen = $state<string | null>(null);
  #stop = new AbortController();
  readonly #bridge: Bridge;
  readonly #store: Pick<Store, 'run' | 'work'>;

  constructor(bridge: Bridge, store: Pick<Store, 'run' | 'work'>) {
    this.#bridge = bridge;
    this.#store = store;
    const refresh = (): void => void this.#refresh().catch(() => undefined);
    refresh();
    // The page for models, open in another tab, may have changed what is here.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') refresh();
    });
  }

  get current(): ModelCard {
    return this.all.find(({ id }) => id === this.#chosen) ?? embeddedWriter;
  }

  /** A run goes on with the writer that began it, where that is still here. */
  forRun({ writer }: Run): ModelCard {
    return this.all.find(({ id }) => id === writer?.model) ?? this.current;
  }

  async choose(id: string): Promise<void> {
    this.#chosen = id;
    await this.#attempt(() => this.#bridge.writers.choose(id));
  }

  /** Brings a model in from its files and chooses it. */
  async add(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (first === undefined) return;
    const name = first.webkitRelativePath.split('/')[0] || first.name;
    this.#stop.abort();
    this.#stop = new AbortController();
    this.coming = { name, share: 0 };
    await this.#attempt(async () => {
      const card = await this.#bridge.writers.add(files, this.#stop.signal, (share) => {
        this.coming = { name, share };
      });
      await this.#bridge.writers.choose(card.id);
      await this.#refresh();
    });
    this.coming = null;
  }

  cancel(): void {
    this.#stop.abort();
  }

  /** Whether a writer can be removed now; where not, `kept` says why. */
  async mayRemove(card: ModelCard): Promise<boolean> {
    this.kept = null;
    try {
      const why = await this.#bridge.writers.reviewRemoval(card);
      if (why === null) return true;
      throw new Failure(why.code, why.values);
    } catch (failure) {
      this.kept = await this.#keep(card, failure);
      return false;
    }
  }

  async remove(card: ModelCard): Promise<void> {
    this.kept = null;
    try {
      await this.#bridge.writers.remove(card);
      await this.#refresh();
    } catch (failure) {
      this.kept = await this.#keep(card, failure);
    }
  }

  async #keep({ id }: ModelCard, failure: unknown): Promise<Writers['kept']> {
    return { id, failure: await this.#withRun(failure) };
  }

  /** Only this page knows the run that a model is kept for by more than its id. */
  async #withRun(failure: unknown): Promise<unknown> {
    const { code, values } = failure instanceof Failure ? failure.problem : {};
    if (code !== 'model.writes') return failure;
    const run = await this.#store.run(String(values?.['run']));
    const work = run && (await this.#store.work(run.workId));
    if (run === undefined || work === undefined) return failure;
    const began = moment(run.startedAt, now());
    return new Failure('model.writesFor', { ...values, work: work.title || 'Untitled', began });
  }

  async #refresh(): Promise<void> {
    this.#chosen = await this.#bridge.writers.chosen();
    this.all = await this.#bridge.writers.list();
    this.isRead = true;
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    this.failure = null;
    try {
      await act();
    } catch (failure) {
      if (!isAbort(failure)) this.failure = failure;
    }
  }
}
