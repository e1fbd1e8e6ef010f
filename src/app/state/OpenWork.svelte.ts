import type { Bridge } from '../../bridge/Bridge';
import { untrack } from 'svelte';
import { readRecipe } from '../../recipe/readRecipe';
import { reviewWriter } from '../../recipe/reviewWriter';
import { writesTexts } from '../../recipe/writesTexts';
import { isWrong } from '../../problems/describe';
import type { Run } from '../../storage/records';
import { startingRun } from '../../storage/startingRun';
import type { Store } from '../../storage/Store';
import type { DraftOptions } from '../editing/Draft';
import { problemPlace, type Placed } from '../editing/problemPlace';
import { LivePreview } from './LivePreview.svelte';
import type { RecipeDocument } from './RecipeDocument.svelte';
import type { Writers } from './Writers.svelte';

export type Selection =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'constraint'; readonly index: number }
  | { readonly kind: 'none' };

/** The piece of work that is open: its recipe, its preview, its runs, and what is selected in it. */
export class OpenWork {
  readonly id: string;
  readonly document: RecipeDocument;
  readonly preview: LivePreview;
  runs = $state.raw<readonly Run[]>([]);
  table = $state('');
  selection = $state.raw<Selection>({ kind: 'none' });
  /** The run that Records, Report and Export show; the newest unless the user picks another. */
  chosenRunId = $state<string | null>(null);
  readonly #store: Store;

  readonly #writers: Writers;

  constructor(document: RecipeDocument, bridge: Bridge, store: Store, writers: Writers) {
    this.id = document.workId;
    this.document = document;
    this.#store = store;
    this.#writers = writers;
    this.preview = new LivePreview(bridge);
    $effect(() => {
      const { text } = this.document;
      untrack(() => this.preview.ask(text));
    });
    $effect(() => this.#keepSelection());
  }

  readonly tables = $derived.by(() => Object.keys(this.document.draft.tables));
  readonly placed = $derived.by((): Placed[] => {
    const { tables } = this;
    return [...this.preview.problems, ...this.#beyondWriter].map((problem) => ({
      problem,
      place: problemPlace(problem.at, tables),
    }));
  });
  readonly wrong = $derived.by(() => this.preview.problems.filter(isWrong));
  readonly run = $derived.by(
    () =>
      this.runs.find(({ id }) => id === this.chosenRunId) ??
      this.runs.find(({ counts }) => counts.made > 0) ??
      this.runs[0] ??
      null,
  );
  /** Records the recipe asks for, by table; empty until a preview could be drawn. */
  readonly requested = $derived.by(() => this.preview.shown?.rows ?? {});

  /** The recipe as it was last read, with what absent options stand for. */
  readonly #read = $derived.by(() => readRecipe(this.document.text).recipe);

  /** What the writer that is chosen cannot do of it. */
  readonly #beyondWriter = $derived.by(() =>
    this.#read === undefined
      ? []
      : reviewWriter(this.#read, { seesNoValues: this.#writers.current.slots === true }),
  );

  /** Whether its recipe has texts to write. */
  readonly hasTexts = $derived.by(() => this.#read !== undefined && writesTexts(this.#read));

  /** What holds for the options of a field that the document leaves out. */
  usualOf(table: string, field: string): DraftOptions {
    return this.#read?.tables[table]?.fields[field] ?? {};
  }

  async refreshRuns(): Promise<void> {
    this.runs = await this.#store.runsOf(this.id).catch(() => this.runs);
  }

  /** Stores a new run of the recipe as it stands. Rejects with a Failure of the store. */
  async createRun(): Promise<Run> {
    await this.document.flush();
    const seed = this.document.draft['seed'];
    const run = startingRun({
      id: crypto.randomUUID(),
      workId: this.id,
      recipeVersion: this.document.version,
      document: this.document.text,
      seed: typeof seed === 'number' ? seed : 0,
      rows: this.requested,
      startedAt: Date.now(),
    });
    await this.#store.createRun(run);
    this.chosenRunId = run.id;
    await this.refreshRuns();
    return run;
  }

  select(table: string, selection: Selection): void {
    this.table = table;
    this.selection = selection;
  }

  #keepSelection(): void {
    const { draft } = this.document;
    if (draft.tables[this.table] === undefined) this.table = this.tables[0] ?? '';
    const own = draft.tables[this.table];
    const { selection } = this;
    const stands =
      (selection.kind === 'field' && own !== undefined && Object.hasOwn(own.fields, selection.name)) ||
      (selection.kind === 'constraint' && own?.constraints?.[selection.index] !== undefined);
    if (stands) return;
    const first = Object.keys(own?.fields ?? {})[0];
    this.selection = first === undefined ? { kind: 'none' } : { kind: 'field', name: first };
  }
}
