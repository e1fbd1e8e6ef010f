import type { RecipeVersion } from '../../storage/records';
import type { Store } from '../../storage/Store';
import { writeRecipe } from '../../recipe/writeRecipe';
import type { Recipe } from '../../recipe/Recipe';
import { parseDraft, type Draft } from '../editing/Draft';
import { History } from '../editing/History';

const saveAfterMs = 400;

/** The open recipe: its text, the draft that forms are drawn from, undo and redo, and saving by itself. */
export class RecipeDocument {
  text = $state.raw('');
  /** Of the last text that forms could be drawn from. */
  draft = $state.raw<Draft>({ tables: {} });
  /** False while the text is not a document that forms can be drawn from. */
  sound = $state(true);
  savedAt = $state<number | null>(null);
  saveFailure = $state.raw<unknown>(null);
  canUndo = $state(false);
  canRedo = $state(false);
  version = 0;
  readonly #history = new History<string>(() => performance.now());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  readonly workId: string;
  readonly #store: Store;

  constructor({ workId, document: text, version, savedAt }: RecipeVersion, store: Store) {
    this.workId = workId;
    this.version = version;
    this.savedAt = savedAt;
    this.#store = store;
    this.#take(text);
  }

  get title(): string {
    const title = this.draft['title'];
    return typeof title === 'string' ? title : '';
  }

  /** A change made in a form. Changes to one target in quick succession are one step of undo. */
  edit(change: (draft: Draft) => Draft, target: string | null = null): void {
    const next = change(this.draft);
    if (next !== this.draft) this.#replace(writeRecipe(next as unknown as Recipe), target);
  }

  /** A change made in the text itself. */
  write(text: string): void {
    this.#replace(text, 'text');
  }

  undo(): void {
    this.#step(this.#history.undo(this.text));
  }

  redo(): void {
    this.#step(this.#history.redo(this.text));
  }

  /** Saves what is not saved yet; settles when it is on disk or has failed. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    const text = this.text;
    this.#saving = this.#saving.then(async () => {
      try {
        const saved = await this.#store.saveRecipe(this.workId, this.title || 'Untitled', text);
        this.version = saved.version;
        this.savedAt = Date.now();
        this.saveFailure = null;
      } catch (failure) {
        this.saveFailure = failure;
      }
    });
    return this.#saving;
  }

  #replace(text: string, target: string | null): void {
    if (text === this.text) return;
    this.#history.record(this.text, target);
    this.#changed(text);
  }

  #step(text: string | undefined): void {
    if (text !== undefined) this.#changed(text);
  }

  #changed(text: string): void {
    this.#take(text);
    this.canUndo = this.#history.canUndo;
    this.canRedo = this.#history.canRedo;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), saveAfterMs);
  }

  #take(text: string): void {
    this.text = text;
    const draft = parseDraft(text);
    this.sound = draft !== null;
    if (draft !== null) this.draft = draft;
  }
}
