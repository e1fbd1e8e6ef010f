import type { ModelShelf } from '../../bridge/ModelShelf';
import type { StoredModel, Verification } from '../../engines/store/StoredModel';
import { Failure } from '../../problems/Failure';
import { saveStream } from '../state/saveStream';
import { fileName } from '../words/fileName';
import { isAbort } from '../words/sentences';
import { without } from '../state/without';

/** Long work on a model that is here, and the share of it that is done. */
export interface Chore {
  readonly kind: 'verify' | 'export';
  readonly share: number;
}

/** How the last work on a model ended. */
export type Outcome =
  | { readonly kind: 'verified'; readonly found: Verification }
  | { readonly kind: 'exported'; readonly where: string }
  | { readonly kind: 'failed'; readonly failure: unknown };

type OnShare = (share: number) => void;

interface FolderPicker {
  showDirectoryPicker?(options: { mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

/** Looking at models again and carrying them out, one thing a model at a time. */
export class Chores {
  /** By model, as are the outcomes. */
  under = $state.raw<ReadonlyMap<string, Chore>>(new Map());
  outcomes = $state.raw<ReadonlyMap<string, Outcome>>(new Map());
  readonly #shelf: ModelShelf;
  readonly #stops = new Map<string, AbortController>();

  constructor(shelf: ModelShelf) {
    this.#shelf = shelf;
  }

  verify(model: StoredModel): Promise<void> {
    return this.#do(model, 'verify', async (signal, onShare) => ({
      kind: 'verified',
      found: await this.#shelf.verify(model.id, signal, onShare),
    }));
  }

  /** To a folder where the browser can pick one, else as a zip to where files are saved. */
  export(model: StoredModel): Promise<void> {
    return this.#do(model, 'export', async (signal, onShare) => {
      const picker = window as unknown as FolderPicker;
      if (picker.showDirectoryPicker === undefined) return this.#saveZip(model, signal, onShare);
      const folder = await picker.showDirectoryPicker({ mode: 'readwrite' });
      await this.#shelf.exportTo(model.id, folder, signal, onShare);
      return { kind: 'exported', where: `in the folder “${folder.name}”` };
    });
  }

  stop(model: StoredModel): void {
    this.#stops.get(model.id)?.abort();
  }

  /** Whether a model can be removed now; where not, its outcome says why. */
  async mayRemove(model: StoredModel): Promise<boolean> {
    try {
      const why = await this.#shelf.reviewRemoval(model.id);
      if (why === null) return true;
      throw new Failure(why.code, why.values);
    } catch (failure) {
      this.#end(model, { kind: 'failed', failure });
      return false;
    }
  }

  async remove(model: StoredModel): Promise<void> {
    this.outcomes = without(this.outcomes, model.id);
    await this.#shelf.remove(model.id).catch((failure: unknown) => {
      this.#end(model, { kind: 'failed', failure });
    });
  }

  async #saveZip(model: StoredModel, signal: AbortSignal, onShare: OnShare): Promise<Outcome> {
    const saved = await saveStream(
      {
        name: fileName([model.origin?.name ?? model.about.name], 'zip'),
        mediaType: 'application/zip',
        extension: 'zip',
        open: (stop) => this.#shelf.exportZip(model.id, stop).pipeThrough(metered(model.sizeBytes, onShare)),
      },
      signal,
    );
    return {
      kind: 'exported',
      where: saved.chosen ? `as “${saved.name}”` : `as “${saved.name}”, in your downloads`,
    };
  }

  async #do(
    model: StoredModel,
    kind: Chore['kind'],
    act: (signal: AbortSignal, onShare: OnShare) => Promise<Outcome>,
  ): Promise<void> {
    const stop = new AbortController();
    const show = (share: number): void => {
      this.under = new Map([...this.under, [model.id, { kind, share }]]);
    };
    this.#stops.set(model.id, stop);
    this.outcomes = without(this.outcomes, model.id);
    show(0);
    try {
      this.#end(model, await act(stop.signal, show));
    } catch (failure) {
      if (!isAbort(failure)) this.#end(model, { kind: 'failed', failure });
    }
    this.#stops.delete(model.id);
    this.under = without(this.under, model.id);
  }

  #end(model: StoredModel, outcome: Outcome): void {
    this.outcomes = new Map([...this.outcomes, [model.id, outcome]]);
  }
}

/** Says how much of a stream of about this size has gone through. */
function metered(sizeBytes: number, onShare: OnShare): TransformStream<Uint8Array, Uint8Array> {
  let done = 0;
  return new TransformStream({
    transform(part, next) {
      done += part.byteLength;
      onShare(Math.min(1, done / sizeBytes));
      next.enqueue(part);
    },
  });
}
