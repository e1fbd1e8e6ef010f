import type { ObjectEntries } from 'valibot';
import type { Cell, ColumnType, FieldPath, RecordView } from '../dataset/RowBatch';
import type { Problem } from '../problems/Problem';
import type { FieldStream } from '../random/Stream';
import type { UnitCard } from './UnitCard';

/** A column a field makes. `part` is empty for the field's own cell, `sex` for `patient.sex`. */
export interface ColumnSpec {
  readonly part: string;
  readonly type: ColumnType;
}

/** Bounds laid on one row by constraints, beside the field's own; inclusive unless strict. */
export interface RowBounds {
  readonly min?: number | string;
  readonly minStrict?: boolean;
  readonly max?: number | string;
  readonly maxStrict?: boolean;
}

export interface Limits {
  readonly min?: number | string;
  readonly max?: number | string;
}

/** Which parent row each child row belongs to; fixed for a run before any child is drawn. */
export interface ParentRows {
  /** Row number of the parent of child `row`, or null where the child has none. */
  parentOf(row: number): number | null;
  /** Key cell of a parent row. */
  keyOf(parentRow: number): Cell;
}

/** What a field may see while it draws a batch of rows. All arrays align with `rows`. */
export interface DrawContext {
  /** Absolute row numbers, not necessarily consecutive. */
  readonly rows: readonly number[];
  /** How many rows the whole table has: a bijection over rows needs it. */
  readonly rowCount: number;
  readonly stream: FieldStream;
  /** The recipe's own date, `YYYY-MM-DD`; never the clock. */
  readonly today: string;
  /** Record `index` of the batch, holding at least what `needs` named. */
  record(index: number): RecordView;
  /** Bounds laid by constraints on row `index`; undefined when there are none. */
  bounds(index: number): RowBounds | undefined;
  /** Type of a path as the field's expressions see it; undefined where there is no such path. */
  typeOf(path: FieldPath): ColumnType | undefined;
  /** Only for references. */
  readonly parents?: ParentRows;
}

/** What a field may ask about the recipe round it before a run. */
export interface ReviewContext {
  /** `visit.fields.age`: put it in front of the option's key in `Problem.at`. */
  readonly at: string;
  readonly rowCount: number;
  /** Column type of a path as this field's expressions see it; undefined when there is no such path. */
  typeOf(path: FieldPath): ColumnType | undefined;
  /** Every path this field may name, for "did you mean". */
  readonly paths: readonly FieldPath[];
  /** `table.field` of every key another table offers. */
  readonly keys: readonly string[];
}

/** A fact handed to a writer, already in the form the text should use it. */
export interface Fact {
  readonly path: FieldPath;
  /** Readable name: `birth date`. */
  readonly name: string;
  readonly value: string;
  readonly type: ColumnType;
  readonly required: boolean;
}

/** One cell for a writer to fill. */
export interface WritingTask {
  readonly kind: string;
  readonly facts: readonly Fact[];
  /** Length in words, inclusive. */
  readonly words: { readonly min: number; readonly max: number };
  readonly style: string;
  /** The user's own prompt with the record filled in, or absent. */
  readonly instruction?: string;
  /** The reply must be exactly one of these; absent for prose. */
  readonly choices?: readonly string[];
  /** How often it was asked before, 0 when absent: a model may be asked in another way then. */
  readonly attempt?: number;
}

/** Options of one field as the recipe gives them, without the common ones (`type`, `missing`, `label`). */
export interface FieldType<Options> extends UnitCard {
  /** `sampled` is drawn by chance, `derived` computed, `written` by a model. */
  readonly origin: 'sampled' | 'derived' | 'written';
  /** Valibot entries of the options: the recipe's union and the published JSON Schema come from these. */
  readonly entries: ObjectEntries;
  /** Options of a new field of this type; they pass `review`. */
  readonly defaults: Options;
  /** `typeOf` tells the type of a path as the field's expressions see it, and of a `table.field` key, where it is known. */
  columns(options: Options, typeOf?: (path: FieldPath) => ColumnType | undefined): readonly ColumnSpec[];
  /** Paths that must exist before this field is made. */
  needs(options: Options): readonly FieldPath[];
  /** Before a run; never throws. */
  review(options: Options, context: ReviewContext): readonly Problem[];
  /** True when `draw` obeys `context.bounds`. */
  readonly bounded?: boolean;
  /** True when no two rows ever get the same cell, by construction. */
  distinct?(options: Options): boolean;
  /** How many different cells there can be; undefined when it cannot be said. Used to refuse an impossible `unique`. */
  variety?(options: Options): number | undefined;
  /** Smallest and largest cell there can be; a side is absent where there is no end. Used to refuse an impossible range. */
  limits?(options: Options): Limits | undefined;
  /** Sampled and derived: pure, a whole batch at a time; one array per column of `columns`. */
  draw?(options: Options, context: DrawContext): Cell[][];
  /** Written: what is right depends on what the facts say, so a writer that never sees them goes by chance. */
  readonly decides?: true;
  /** Written: pure; generation does the waiting. */
  ask?(options: Options, record: RecordView, context: AskContext): WritingTask;
}

export interface AskContext {
  typeOf(path: FieldPath): ColumnType | undefined;
}
