export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const standsMs = 8_000;

/** Short lines at the foot of the window: what was just done, and how to take it back. */
export class Notices {
  list = $state.raw<readonly Notice[]>([]);
  #next = 1;

  say(text: string, action?: Notice['action']): void {
    const notice: Notice = { id: this.#next++, text, ...(action === undefined ? {} : { action }) };
    this.list = [...this.list.slice(-2), notice];
    setTimeout(() => this.dismiss(notice.id), standsMs);
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}
