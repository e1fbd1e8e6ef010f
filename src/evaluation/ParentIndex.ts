import type { Cell, FieldPath, RecordView, RowBatch } from '../dataset/RowBatch';
import { nestCells } from './nestCells';

/** The keys of a table that another one points to, each with the cells that rules of the other table read. */
export class ParentIndex {
  readonly #key: FieldPath;
  readonly #paths: readonly FieldPath[];
  readonly #records = new Map<Cell, RecordView | null>();

  constructor(key: FieldPath, paths: readonly FieldPath[]) {
    this.#key = key;
    this.#paths = paths;
  }

  add(batch: RowBatch): void {
    const cellsOf = new Map(batch.columns.map(({ path, cells }) => [path, cells]));
    const keys = cellsOf.get(this.#key) ?? [];
    keys.forEach((key, row) => {
      if (key === null || this.#records.has(key)) return;
      const cells = this.#paths.map((path): [FieldPath, Cell] => [path, cellsOf.get(path)?.[row] ?? null]);
      this.#records.set(key, cells.length === 0 ? null : nestCells(cells));
    });
  }

  has(key: Cell): boolean {
    return this.#records.has(key);
  }

  recordOf(key: Cell): RecordView | null {
    return this.#records.get(key) ?? null;
  }
}
