import type { Bound } from '../constraints/ConstraintType';
import type { ColumnType, FieldPath } from '../dataset/RowBatch';
import type { Expression } from '../expressions/Expression';
import type { FieldStream } from '../random/Stream';
import type { AnyConstraintType } from '../recipe/constraintTypeOf';
import type { AnyFieldType } from '../recipe/fieldTypeOf';
import type { Constraint, Field, Recipe } from '../recipe/Recipe';
import type { DrawnRows } from './drawRows';

interface PlannedColumn {
  readonly path: FieldPath;
  readonly part: string;
  readonly type: ColumnType;
}

export interface PlannedField {
  readonly name: string;
  readonly unit: AnyFieldType;
  readonly options: Field;
  readonly columns: readonly PlannedColumn[];
  readonly stream: FieldStream;
  readonly missing: {
    readonly share: number;
    readonly if: Expression | null;
    readonly stream: FieldStream;
  } | null;
  /** Bounds that constraints lay on it and its draw obeys. */
  readonly bounds: readonly Bound[];
  /** Sum and its like: computed as soon as this field, the last they need, is there. */
  readonly settles: readonly PlannedConstraint[];
  readonly parents: ParentPlan | null;
}

export interface RecipeConstraint {
  readonly unit: AnyConstraintType;
  readonly options: Constraint;
  /** `visit.constraints[1]` */
  readonly at: string;
}

export interface PlannedConstraint extends RecipeConstraint {
  /** Groups to redraw when it does not hold. */
  readonly groups: readonly number[];
}

/** How the rows of this table find their parent. */
export interface ParentPlan {
  readonly table: TablePlan;
  readonly keyPath: FieldPath;
  /** Parent row of a child row; null where it has none. */
  parentOf(row: number): number | null;
}

/** Attempt numbers of one group of fields, by row; rows not in it are at attempt 0. */
export interface RedrawGroup {
  /** Fixed before the run by the search for unique records. */
  readonly pinned: Map<number, number>;
  /** Of the batch being drawn; emptied after it. */
  readonly trial: Map<number, number>;
}

export interface TablePlan {
  readonly name: string;
  readonly rowCount: number;
  /** Made before any writing, in order. */
  readonly early: readonly PlannedField[];
  /** From the first written field on, record by record, in order: written fields and what needs them. */
  readonly late: readonly PlannedField[];
  /** Columns in the order of the recipe. */
  readonly columns: readonly PlannedColumn[];
  /** First segments of the paths somebody reads: only these go into record views. */
  readonly read: ReadonlySet<string>;
  readonly groups: readonly RedrawGroup[];
  /** Hard record rules over early fields, and those that need a late one. */
  readonly earlyRules: readonly PlannedConstraint[];
  readonly lateRules: readonly PlannedConstraint[];
  /** Hard unique rules that the fields do not keep by construction. */
  readonly uniques: readonly PlannedConstraint[];
  /** Parent tables whose cells expressions here may read. */
  readonly parents: ReadonlyMap<string, ParentPlan>;
  readonly today: string;
  /** Type of a path as expressions of this table see it. */
  typeOf(path: FieldPath): ColumnType | undefined;
  /** Early fields of the given rows with every hard rule met; throws a Failure where one cannot be. */
  settled(rows: readonly number[]): DrawnRows;
}

export interface Plan {
  readonly recipe: Recipe;
  /** Parents first. */
  readonly tables: readonly TablePlan[];
}

/** Attempts at one record before a rule counts as one that cannot be met. */
export const redrawBudget = 200;
