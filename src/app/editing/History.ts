const depth = 500;

/**
 * Undo and redo over whole states. Changes to the same target within a pause count as one step, so that typing a
 * word is undone at once.
 */
export class History<State> {
  #past: State[] = [];
  #future: State[] = [];
  #target: string | null = null;
  #changedAt = -Infinity;

  readonly #clock: () => number;
  readonly #pauseMs: number;

  constructor(clock: () => number, pauseMs = 900) {
    this.#clock = clock;
    this.#pauseMs = pauseMs;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** `before` is the state that the change leaves; a null target is always a step of its own. */
  record(before: State, target: string | null): void {
    const now = this.#clock();
    const same = target !== null && target === this.#target && now - this.#changedAt < this.#pauseMs;
    this.#target = target;
    this.#changedAt = now;
    this.#future = [];
    if (same && this.#past.length > 0) return;
    this.#past.push(before);
    if (this.#past.length > depth) this.#past.shift();
  }

  undo(current: State): State | undefined {
    return this.#step(this.#past, this.#future, current);
  }

  redo(current: State): State | undefined {
    return this.#step(this.#future, this.#past, current);
  }

  #step(from: State[], to: State[], current: State): State | undefined {
    const state = from.pop();
    if (state === undefined) return undefined;
    to.push(current);
    this.#target = null;
    return state;
  }
}
