import type { Bridge } from '../../bridge/Bridge';
import type { ModelCard } from '../../engines/Engine';
import { embeddedWriter } from '../../engines/models';
import type { Run } from '../../storage/records';
import { isAbort } from '../words/sentences';

/** The writers on this device, and the one that writes next. */
export class Writers {
  all = $state.raw<readonly ModelCard[]>([embeddedWriter]);
  /** Name of the file or folder that is being brought in, and the share of it that is there; null when none is. */
  coming = $state<{ readonly name: string; readonly share: number } | null>(null);
  failure = $state.raw<unknown>(null);
  #chosen = $state<string | null>(null);
  #stop = new AbortController();
  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
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

  async remove(card: ModelCard): Promise<void> {
    await this.#attempt(async () => {
      await this.#bridge.writers.remove(card);
      await this.#refresh();
    });
  }

  async #refresh(): Promise<void> {
    this.#chosen = await this.#bridge.writers.chosen();
    this.all = await this.#bridge.writers.list();
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
