import type { ObjectEntries } from 'valibot';
import type { Cell, ColumnType, FieldPath, RecordView } from '../dataset/RowBatch';
import type { Limits } from '../fields/FieldType';
import type { UnitCard } from '../fields/UnitCard';
import type { Problem } from '../problems/Problem';

/** A bound that a constraint lays on a field: on a constant, or on another field of the same record. */
export interface Bound {
  readonly field: FieldPath;
  readonly side: 'min' | 'max';
  readonly strict: boolean;
  readonly from: { readonly value: number | string } | { readonly path: FieldPath };
}

export interface ConstraintReviewContext {
  /** `visit.constraints[2]` */
  readonly at: string;
  readonly rowCount: number;
  readonly paths: readonly FieldPath[];
  typeOf(path: FieldPath): ColumnType | undefined;
  /** How many different cells a path can have; undefined when it cannot be said. */
  varietyOf(path: FieldPath): number | undefined;
  /** Smallest and largest cell a path can have; undefined when it cannot be said. */
  limitsOf(path: FieldPath): Limits | undefined;
  /** The `table.field` that a reference field takes its cells from; undefined for any other field. */
  referenceOf(path: FieldPath): string | undefined;
}

/**
 * One kind of constraint. How it is met, in this order: `bounds` narrow a draw so that it cannot break
 * the rule; `settle` computes the cell that makes it true; what is left is redrawn within a budget.
 */
export interface ConstraintType<Options> extends UnitCard {
  readonly entries: ObjectEntries;
  readonly defaults: Options;
  /** `record` looks at one record, `table` at all records of a table. */
  readonly scope: 'record' | 'table';
  /** Fields the rule speaks of. */
  fields(options: Options): readonly FieldPath[];
  review(options: Options, context: ConstraintReviewContext): readonly Problem[];
  /** A sentence that names the rule as the user knows it. */
  describe(options: Options): string;
  bounds?(options: Options): readonly Bound[];
  /** The paths `settle` may set; together with it. */
  settles?(options: Options): readonly FieldPath[];
  /** Cells to set so that the record obeys; undefined when nothing can be set. */
  settle?(options: Options, record: RecordView): Readonly<Record<FieldPath, Cell>> | undefined;
  /** Scope `record`: a missing cell makes a rule hold unless the rule says otherwise. */
  holds?(options: Options, record: RecordView, today: string): boolean;
  /** Scope `table`: the key that may occur only once; undefined where it does not apply. */
  key?(options: Options, record: RecordView): string | undefined;
}
