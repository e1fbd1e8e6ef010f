import { createContext, untrack } from 'svelte';
import type { Bridge } from '../../bridge/Bridge';
import type { ModelCard } from '../../engines/Engine';
import { readRecipe } from '../../recipe/readRecipe';
import { writesTexts } from '../../recipe/writesTexts';
import type { Run, Work } from '../../storage/records';
import type { Store } from '../../storage/Store';
import { createPrivateStore } from './createPrivateStore';
import { DeviceCheck } from './DeviceCheck.svelte';
import { Notices } from './Notices.svelte';
import { Offline } from './Offline.svelte';
import { OpenWork } from './OpenWork.svelte';
import { counted } from '../words/count';
import { say } from '../words/sentences';
import { whyNotHere } from '../words/whyNotHere';
import { hashOf, type Place, type Screen } from './Place';
import { RecipeDocument } from './RecipeDocument.svelte';
import { Requests } from './Requests.svelte';
import { Route } from './Route.svelte';
import { RunSession } from './RunSession.svelte';
import { Theme } from './Theme.svelte';
import { Writers } from './Writers.svelte';

export type OpenDialog = 'none' | 'palette' | 'keys' | 'proof' | 'writer';

/** All that the window knows, handed to every component by context. */
export class AppState {
  readonly route = new Route();
  readonly theme = new Theme();
  readonly offline = new Offline();
  readonly requests = new Requests();
  readonly notices = new Notices();
  readonly bridge: Bridge;
  readonly session: RunSession;
  readonly writers: Writers;
  readonly device: DeviceCheck;
  readonly store: Store;
  /** False where the browser keeps nothing for this page. */
  readonly keeps: boolean;
  work = $state.raw<OpenWork | null>(null);
  /** Set when the address names work that is not on this device. */
  gone = $state(false);
  dialog = $state<OpenDialog>('none');
  #closeWork: (() => void) | undefined;
  #opening = 0;

  constructor(bridge: Bridge, store: Store | null) {
    this.bridge = bridge;
    this.keeps = store !== null;
    this.store = store ?? createPrivateStore();
    this.session = new RunSession(bridge, (run) => void this.#runEnded(run));
    this.writers = new Writers(bridge, this.store);
    this.device = new DeviceCheck(bridge, this.store, this.writers);
    void this.offline.start();
    // A window closed right after a key was pressed must not lose it.
    addEventListener('pagehide', () => void this.work?.document.flush());
    $effect(() => {
      const { place } = this.route;
      untrack(() => void this.#open(place.screen === 'start' ? null : place.workId));
    });
    $effect(() => {
      const workId = this.work?.id ?? null;
      untrack(() => void this.device.follow(workId));
    });
  }

  /** Records the open recipe asks for, over all tables. */
  get requestedRecords(): number {
    return Object.values(this.work?.requested ?? {}).reduce((sum, rows) => sum + rows, 0);
  }

  /** What the main action will do. */
  get makeWords(): string {
    const records = this.requestedRecords;
    return records === 0 ? 'Make records' : `Make ${counted(records, 'record')}`;
  }

  /** Why records cannot be made now, as a sentence; null when they can. */
  get hindrance(): string | null {
    if (this.work === null) return 'Open a recipe first.';
    if (this.session.active) return 'A run is under way: wait for it, or pause it.';
    if (!this.work.document.sound) return 'The JSON cannot be read: open JSON to see where.';
    const { wrong, preview } = this.work;
    if (wrong.length > 0)
      return `${wrong.length === 1 ? 'One thing is' : `${wrong.length} things are`} wrong: see the list.`;
    if (!this.keeps)
      return 'This browser keeps nothing here, so records could not be stored. Use an ordinary window.';
    if (preview.shown === null) return 'Reading the recipe.';
    const why = this.work.hasTexts ? whyNotHere(this.writers.current, this.device.known.report) : null;
    return why === null ? null : say(why);
  }

  get canMake(): boolean {
    return this.hindrance === null;
  }

  /**
   * The page for models, told where this window is so that it can lead back. Under way a run must not be left: then it
   * opens beside it.
   */
  get modelsPage(): { readonly href: string; readonly target: '_self' | '_blank' } {
    return { href: `/models${hashOf(this.route.place)}`, target: this.session.active ? '_blank' : '_self' };
  }

  /** Where the device is looked at, with the open work. */
  get devicePlace(): Place {
    return { screen: 'device', workId: this.work?.id ?? null };
  }

  /** The open work where it has texts to rehearse. */
  get rehearsable(): OpenWork | null {
    return this.work !== null && this.work.wrong.length === 0 && this.work.hasTexts ? this.work : null;
  }

  /** Goes to a step of the open work. */
  go(screen: Screen): void {
    if (this.work !== null) this.route.go({ screen, workId: this.work.id });
  }

  async create(title: string, document: string): Promise<Work> {
    const work = await this.store.createWork(title, document);
    this.route.go({ screen: 'recipe', workId: work.id });
    return work;
  }

  async makeRecords(): Promise<void> {
    if (this.work === null || this.session.active) return;
    await this.work.preview.settled();
    if (!this.canMake) return;
    const run = await this.work.createRun();
    this.go('run');
    void this.#start(run, this.writers.current);
  }

  async resume(run: Run): Promise<void> {
    this.route.go({ screen: 'run', workId: run.workId });
    if (this.work?.id === run.workId) this.work.chosenRunId = run.id;
    await this.#start(run, this.writers.forRun(run));
  }

  async #start(run: Run, writer: ModelCard): Promise<void> {
    const { recipe } = readRecipe(run.document);
    await this.session.start(run, writer, async (signal) =>
      recipe !== undefined && writesTexts(recipe)
        ? this.device.readyForRun(writer, run, signal)
        : { options: {} },
    );
  }

  async #open(workId: string | null): Promise<void> {
    if (this.work?.id === workId) return;
    const before = this.work;
    const turn = ++this.#opening;
    this.gone = false;
    if (workId === null) return this.#replaceWork(null, before);
    const [work, recipe] = await Promise.all([this.store.work(workId), this.store.latestRecipe(workId)]);
    if (turn !== this.#opening) return;
    if (work === undefined || recipe === undefined) {
      this.#replaceWork(null, before);
      this.gone = true;
      return;
    }
    const document = new RecipeDocument(recipe, this.store);
    this.#replaceWork(document, before);
    await this.work?.refreshRuns();
    if (this.session.active && this.session.run?.workId === workId && this.work !== null) {
      this.work.chosenRunId = this.session.run.id;
    }
  }

  #replaceWork(document: RecipeDocument | null, before: OpenWork | null): void {
    void before?.document.flush();
    this.#closeWork?.();
    this.#closeWork = undefined;
    if (document === null) {
      this.work = null;
      return;
    }
    this.#closeWork = $effect.root(() => {
      this.work = new OpenWork(document, this.bridge, this.store, this.writers);
    });
  }

  async #runEnded(run: Run): Promise<void> {
    if (this.work?.id === run.workId) await this.work.refreshRuns();
  }
}

export const [getApp, setApp] = createContext<AppState>();
