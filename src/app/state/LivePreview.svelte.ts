import type { Bridge, Preview } from '../../bridge/Bridge';
import { Failure } from '../../problems/Failure';
import type { Problem } from '../../problems/Problem';

const rows = 10;
const settleMs = 25;
const tintMs = 1_000;

/** The first ten records of the recipe, remade a moment after each change. */
export class LivePreview {
  /** The last preview that could be drawn; it stays while the recipe has a problem. */
  shown = $state.raw<Preview | null>(null);
  problems = $state.raw<readonly Problem[]>([]);
  failure = $state.raw<unknown>(null);
  /** `table column` of the columns whose cells have just changed. */
  changed = $state.raw<ReadonlySet<string>>(new Set());
  /** True once the problems are those of the text as it stands. */
  current = $state(false);
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tint: ReturnType<typeof setTimeout> | undefined;
  readonly #bridge: Bridge;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  ask(text: string): void {
    clearTimeout(this.#timer);
    this.current = false;
    const turn = ++this.#asked;
    this.#timer = setTimeout(() => void this.#draw(text, turn), this.shown === null ? 0 : settleMs);
  }

  /** Settles once what is shown is of the text as it stands, or cannot be drawn. */
  async settled(): Promise<void> {
    while (!this.current && this.failure === null) await new Promise((done) => setTimeout(done, settleMs));
  }

  async #draw(text: string, turn: number): Promise<void> {
    try {
      const preview = await this.#bridge.preview(text, rows);
      if (preview === null || turn !== this.#asked) return;
      this.failure = null;
      this.problems = preview.problems;
      this.current = true;
      if (preview.batches.length > 0) this.#show(preview);
    } catch (failure) {
      if (turn !== this.#asked) return;
      this.failure = failure;
      this.problems = failure instanceof Failure ? [failure.problem] : [];
    }
  }

  #show(preview: Preview): void {
    this.changed = this.shown === null ? new Set() : changedColumns(this.shown, preview);
    this.shown = preview;
    clearTimeout(this.#tint);
    this.#tint = setTimeout(() => (this.changed = new Set()), tintMs);
  }
}

function changedColumns(before: Preview, after: Preview): Set<string> {
  const cells = (preview: Preview): Map<string, string> =>
    new Map(
      preview.batches.flatMap(({ table, columns }) =>
        columns.map((column) => [`${table} ${column.path}`, JSON.stringify(column.cells)] as const),
      ),
    );
  const old = cells(before);
  return new Set([...cells(after)].filter(([name, made]) => old.get(name) !== made).map(([name]) => name));
}
