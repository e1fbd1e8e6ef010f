import type { RecordView } from '../dataset/RowBatch';
import type { AnyConstraintType } from '../recipe/constraintTypeOf';
import type { Constraint } from '../recipe/Recipe';
import type { ConstraintFinding } from './Report';

const mostKeys = 1_000_000;
const mostRows = 5;

/** Looks at the stored records of one table with one rule, knowing nothing of how they were made. */
export class ConstraintChecker {
  readonly #unit: AnyConstraintType;
  readonly #options: Constraint;
  readonly #place: Pick<ConstraintFinding, 'at' | 'table'>;
  readonly #keys = new Set<string>();
  readonly #rows: number[] = [];
  readonly #today: string;
  #checked = 0;
  #broken = 0;

  constructor(
    unit: AnyConstraintType,
    options: Constraint,
    place: Pick<ConstraintFinding, 'at' | 'table'>,
    today: string,
  ) {
    this.#unit = unit;
    this.#options = options;
    this.#place = place;
    this.#today = today;
  }

  look(record: RecordView, row: number): void {
    const holds =
      this.#unit.scope === 'table'
        ? this.#isFirst(record)
        : this.#unit.holds?.(this.#options, record, this.#today);
    if (holds === undefined) return;
    this.#checked++;
    if (holds) return;
    this.#broken++;
    if (this.#rows.length < mostRows) this.#rows.push(row);
  }

  finding(): ConstraintFinding {
    return {
      ...this.#place,
      sentence: this.#unit.describe(this.#options),
      hard: this.#options.hard,
      checked: this.#checked,
      broken: this.#broken,
      rows: this.#rows,
    };
  }

  /** Undefined beyond a million different keys, when memory would grow without bound. */
  #isFirst(record: RecordView): boolean | undefined {
    if (this.#unit.key === undefined) return undefined;
    const key = this.#unit.key(this.#options, record);
    if (key === undefined) return true;
    if (this.#keys.has(key)) return false;
    if (this.#keys.size >= mostKeys) return undefined;
    this.#keys.add(key);
    return true;
  }
}
