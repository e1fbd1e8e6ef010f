import type { Cell } from './Cell';

/** How often the first in line may be passed over, and how far down it is looked for one to take instead. */
const mostPassed = 16;

/** Requests in the order they came, but for those that a free slot can begin with what it still knows. */
export class WaitingLine {
  private readonly cells: Cell[] = [];
  private family: string | undefined;
  private passed = 0;

  get size(): number {
    return this.cells.length;
  }

  add(cell: Cell): void {
    this.cells.push(cell);
  }

  /** Before all others, in their order. */
  addFirst(cells: readonly Cell[]): void {
    this.cells.unshift(...cells);
    this.passed = 0;
  }

  remove(cell: Cell): void {
    const at = this.cells.indexOf(cell);
    if (at >= 0) this.cells.splice(at, 1);
  }

  takeAll(): Cell[] {
    return this.cells.splice(0);
  }

  /** It was not their fault. */
  forgive(): void {
    for (const cell of this.cells) cell.deaths = 0;
  }

  /** A slot is free that has just been at a request of this family. */
  freed(family: string): void {
    this.family = family;
  }

  /** The one to send beside those in flight; undefined where there is none, or it has to wait. */
  take(inFlight: ReadonlySet<Cell>): Cell | undefined {
    const first = this.cells[0];
    if (first === undefined || mustWait(first, inFlight)) return undefined;
    const at = first.deaths > 0 || this.passed >= mostPassed ? 0 : this.alike();
    this.passed = at === 0 ? 0 : this.passed + 1;
    this.family = undefined;
    return this.cells.splice(at, 1)[0];
  }

  private alike(): number {
    const near = this.cells.slice(0, mostPassed);
    return Math.max(
      0,
      near.findIndex(({ request }) => request.family === this.family),
    );
  }
}

/** What was in flight when the engine died may be why: alone it can do no harm to the others. */
function mustWait(first: Cell, inFlight: ReadonlySet<Cell>): boolean {
  if (inFlight.size === 0) return false;
  return first.deaths > 0 || [...inFlight].some((cell) => cell.deaths > 0);
}
