import type { ImportedFile } from '../../bridge/Bridge';
import { Failure } from '../../problems/Failure';
import { readRecipe } from '../../recipe/readRecipe';
import { parseDraft } from '../editing/Draft';
import type { AppState } from './AppState.svelte';

const largestRecipe = 5_000_000;

/**
 * What the user opens or drops on its way in: a recipe opens at once, a table is shown first as what was taken from it,
 * a model goes to the writers.
 */
export class FileOpening {
  name = $state('');
  /** Share of the file read, 0 to 1; null when nothing is being read. */
  share = $state<number | null>(null);
  /** Waiting for the user to look at what was taken. */
  taken = $state.raw<ImportedFile | null>(null);
  failure = $state.raw<unknown>(null);
  readonly #app: AppState;
  #stop = new AbortController();

  constructor(app: AppState) {
    this.#app = app;
  }

  async open(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (file === undefined) return;
    this.#stop.abort();
    this.#stop = new AbortController();
    this.name = file.name;
    this.failure = null;
    this.share = 0;
    try {
      if (await isModel(files)) {
        this.#app.dialog = 'writer';
        void this.#app.writers.add(files);
      } else if (/\.json$/i.test(file.name)) await this.#openRecipe(file);
      else
        this.taken = await this.#app.bridge.importFile(
          file,
          this.#stop.signal,
          (share) => (this.share = share),
        );
    } catch (failure) {
      this.failure = failure;
    } finally {
      this.share = null;
    }
  }

  cancel(): void {
    this.#stop.abort();
    this.share = null;
  }

  /** Goes on to the recipe made from the file. */
  async accept(): Promise<void> {
    const { taken } = this;
    if (taken === null) return;
    this.taken = null;
    await this.#app
      .create(taken.recipe.title, taken.document)
      .catch((failure: unknown) => (this.failure = failure));
  }

  async #openRecipe(file: File): Promise<void> {
    if (file.size > largestRecipe) {
      throw new Failure('recipe.documentTooLong', { characters: file.size, most: largestRecipe });
    }
    const text = await file.text();
    const { recipe, problems } = readRecipe(text);
    const [problem] = problems;
    if (recipe === undefined && problem !== undefined && parseDraft(text) === null) {
      throw new Failure(problem.code, problem.values, { at: problem.at });
    }
    await this.#app.create(recipe?.title ?? file.name.replace(/\.json$/i, ''), text);
  }
}

/** A model is no data, whatever it is called: a GGUF file, a zip, or several files, as a folder's or the parts of one. */
async function isModel(files: readonly File[]): Promise<boolean> {
  const [file] = files;
  if (file === undefined || files.length > 1) return files.length > 1;
  const start = await file.slice(0, 4).text();
  return /\.gguf$/i.test(file.name) || start === 'GGUF' || start === 'PK\u0003\u0004';
}
