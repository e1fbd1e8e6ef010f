import { createContext } from 'svelte';
import type { Downloads, ModelShelf, Room } from '../../bridge/ModelShelf';
import type { CatalogueEntry, ModelHost } from '../../engines/CatalogueEntry';
import type { DeviceFacts } from '../../engines/Engine';
import type { StoredModel } from '../../engines/store/StoredModel';
import { Offline } from '../state/Offline.svelte';
import { Requests } from '../state/Requests.svelte';
import { Theme } from '../state/Theme.svelte';
import { isAbort } from '../words/sentences';
import { Chores } from './Chores.svelte';
import { DownloadList } from './DownloadList.svelte';

export interface ModelsOptions {
  readonly shelf: ModelShelf;
  readonly downloads: Downloads;
  readonly catalogue: readonly CatalogueEntry[];
  readonly hosts: readonly ModelHost[];
  readDevice(): Promise<DeviceFacts>;
}

/** All that the models page knows. It has no way to recipes or records. */
export class ModelsState {
  readonly theme = new Theme();
  readonly offline = new Offline();
  readonly requests = new Requests();
  readonly catalogue: readonly CatalogueEntry[];
  readonly hosts: readonly ModelHost[];
  readonly downloads: DownloadList;
  readonly chores: Chores;
  /** Null until it was read for the first time. */
  stored = $state.raw<readonly StoredModel[] | null>(null);
  room = $state.raw<Room | null>(null);
  device = $state.raw<DeviceFacts | null>(null);
  /** Why the browser's private files cannot be read; null when they can. */
  shut = $state.raw<unknown>(null);
  online = $state(navigator.onLine);
  /** Files that are being brought in, and the share of them that is here; null when none are. */
  coming = $state.raw<{ readonly name: string; readonly share: number } | null>(null);
  /** The model that came in last, and why the last files could not. */
  brought = $state.raw<StoredModel | null>(null);
  refused = $state.raw<unknown>(null);
  readonly #shelf: ModelShelf;
  #bringing = new AbortController();

  constructor({ shelf, downloads, catalogue, hosts, readDevice }: ModelsOptions) {
    this.#shelf = shelf;
    this.catalogue = catalogue;
    this.hosts = hosts;
    this.chores = new Chores(shelf);
    this.downloads = new DownloadList(downloads, (model) => {
      if (model !== null) this.brought = model;
      return this.refresh();
    });
    void this.offline.start();
    void readDevice().then((device) => (this.device = device));
    void this.refresh();
    addEventListener('online', () => (this.online = true));
    addEventListener('offline', () => (this.online = false));
    // Another window may have changed what is here.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.refresh();
    });
  }

  /** Something is under way that leaving would break off. */
  get busy(): boolean {
    return this.downloads.running || this.coming !== null || this.chores.under.size > 0;
  }

  async refresh(): Promise<void> {
    try {
      const [stored, room] = await Promise.all([this.#shelf.list(), this.#shelf.room()]);
      this.stored = stored;
      this.room = room;
      await this.downloads.refresh();
      this.shut = null;
    } catch (failure) {
      this.shut = failure;
    }
  }

  /** The model of an entry, where it is here already. */
  storedOf(entry: string): StoredModel | undefined {
    return this.stored?.find(({ origin }) => origin?.entry === entry);
  }

  async bring(files: readonly File[]): Promise<void> {
    const [first] = files;
    if (first === undefined || this.coming !== null) return;
    const name = nameOf(files, first);
    this.#bringing = new AbortController();
    this.coming = { name, share: 0 };
    this.brought = this.refused = null;
    try {
      this.brought = await this.#shelf.add(files, this.#bringing.signal, (share) => {
        this.coming = { name, share };
      });
    } catch (failure) {
      if (!isAbort(failure)) this.refused = failure;
    }
    this.coming = null;
    await this.refresh();
  }

  stopBringing(): void {
    this.#bringing.abort();
  }

  async remove(model: StoredModel): Promise<void> {
    await this.chores.remove(model);
    if (this.brought?.id === model.id) this.brought = null;
    await this.refresh();
  }
}

/** Of a folder its name, of a file its own. */
function nameOf(files: readonly File[], first: File): string {
  const [folder = ''] = first.webkitRelativePath.split('/');
  return files.length > 1 && folder !== '' ? folder : first.name;
}

export const [getModels, setModels] = createContext<ModelsState>();
