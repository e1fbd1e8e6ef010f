import type { Cell } from '../dataset/RowBatch';
import type { ParentIndex } from './ParentIndex';
import type { ConstraintFinding } from './Report';

export interface ReferencePlace extends Pick<ConstraintFinding, 'at' | 'table' | 'hard'> {
  readonly field: string;
  /** `client.client_id` */
  readonly to: string;
}

/** Whether every key that a table holds is there in the table it points to. A missing key points nowhere. */
export class ReferenceChecker {
  readonly #place: ReferencePlace;
  readonly #parents: ParentIndex;
  readonly #rows: number[] = [];
  #checked = 0;
  #broken = 0;

  constructor(place: ReferencePlace, parents: ParentIndex) {
    this.#place = place;
    this.#parents = parents;
  }

  look(key: Cell, row: number): void {
    this.#checked++;
    if (key === null || this.#parents.has(key)) return;
    this.#broken++;
    if (this.#rows.length < 5) this.#rows.push(row);
  }

  finding(): ConstraintFinding {
    const { at, table, hard, field, to } = this.#place;
    const sentence = `${field} is a key of ${to}`;
    return { at, table, hard, sentence, checked: this.#checked, broken: this.#broken, rows: this.#rows };
  }
}
