import type { DownloadControl, Downloads } from '../../bridge/ModelShelf';
import type { CatalogueEntry } from '../../engines/CatalogueEntry';
import type { DownloadProgress } from '../../engines/store/download/DownloadProgress';
import type { StoredModel } from '../../engines/store/StoredModel';
import { without } from '../state/without';

const nothingYet = {
  file: '',
  wholeFiles: 0,
  files: 0,
  doneBytes: 0,
  totalBytes: 0,
  bytesPerSecond: 0,
  waitMs: 0,
  model: null,
};

/** The downloads that are not done, in this window or begun in another. */
export class DownloadList {
  /** By entry of the catalogue. */
  progress = $state.raw<ReadonlyMap<string, DownloadProgress>>(new Map());
  readonly #downloads: Downloads;
  readonly #controls = new Map<string, DownloadControl>();
  readonly #onDone: (model: StoredModel | null) => Promise<void>;

  /** `onDone` is called when what is on this device has changed; with a model when one came in. */
  constructor(downloads: Downloads, onDone: (model: StoredModel | null) => Promise<void>) {
    this.#downloads = downloads;
    this.#onDone = onDone;
  }

  get running(): boolean {
    return [...this.progress.values()].some(({ phase }) => isRunning(phase));
  }

  /** Downloads of this window say themselves where they stand and why they failed; of the others the store knows. */
  async refresh(): Promise<void> {
    const unfinished = await this.#downloads.unfinished();
    const mine = [...this.progress].filter(
      ([entry, { phase }]) => this.#controls.has(entry) || phase === 'failed',
    );
    this.progress = new Map([...unfinished.map((one) => [one.entry, one] as const), ...mine]);
  }

  async start(entry: CatalogueEntry): Promise<void> {
    if (this.#controls.has(entry.id)) return;
    const show = (progress: DownloadProgress): void => {
      this.progress = new Map([...this.progress, [entry.id, progress]]);
    };
    show({ ...(this.progress.get(entry.id) ?? nothingYet), entry: entry.id, phase: 'asking', problem: null });
    const control = this.#downloads.start(entry, show);
    this.#controls.set(entry.id, control);
    const end = await control.finished;
    this.#controls.delete(entry.id);
    const stays = end.phase === 'failed' || end.phase === 'paused';
    if (stays) show(end);
    await this.#onDone(end.model);
    if (!stays) this.progress = without(this.progress, entry.id);
  }

  async pause(entry: string): Promise<void> {
    await this.#controls.get(entry)?.pause();
  }

  /** Also of one that only waits to be gone on with. */
  async cancel(entry: string): Promise<void> {
    const control = this.#controls.get(entry);
    if (control !== undefined) return control.cancel();
    await this.#downloads.discard(entry);
    this.progress = without(this.progress, entry);
    await this.#onDone(null);
  }
}

export function isRunning(phase: DownloadProgress['phase']): boolean {
  return phase === 'asking' || phase === 'checking' || phase === 'downloading' || phase === 'waiting';
}
