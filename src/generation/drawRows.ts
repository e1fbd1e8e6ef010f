import type { Cell, FieldPath, RecordView } from '../dataset/RowBatch';
import type { DrawContext, ParentRows, RowBounds } from '../fields/FieldType';
import { readPath } from '../dataset/readPath';
import type { Bound } from '../constraints/ConstraintType';
import type { PlannedField, TablePlan } from './Plan';

type MutableRecord = Record<string, Cell | RecordView>;

/** Records of a batch while they are being made. All arrays align with `rows`. */
export interface DrawnRows {
  readonly rows: readonly number[];
  readonly columns: Map<FieldPath, Cell[]>;
  /** Views for expressions; they hold only what somebody reads. */
  readonly records: MutableRecord[];
}

/** Draws the early fields of the given rows, in any order and number: a cell depends on its row alone. */
export function drawRows(table: TablePlan, rows: readonly number[]): DrawnRows {
  const drawn: DrawnRows = { rows, columns: new Map(), records: rows.map(() => ({})) };
  const parents = readParents(table, drawn);
  for (const field of table.early) drawField(table, field, drawn, parents);
  return drawn;
}

/** Draws one field of rows whose earlier fields are there. */
export function drawField(
  table: TablePlan,
  field: PlannedField,
  drawn: DrawnRows,
  parents: ReadonlyMap<string, ParentRecords>,
): void {
  const draw = field.unit.draw;
  if (draw === undefined) return;
  const { rows, records } = drawn;
  const boundsOf = field.bounds.length === 0 ? noBounds : boundsReader(field, records);
  const own =
    field.parents === null
      ? undefined
      : [...parents.values()].find((records) => records.plan === field.parents);
  const context: DrawContext = {
    rows,
    rowCount: table.rowCount,
    stream: field.stream,
    today: table.today,
    record: (index) => records[index] as RecordView,
    bounds: boundsOf,
    typeOf: (path) => table.typeOf(path),
    ...(own === undefined ? {} : { parents: own.rowsFor(field) }),
  };
  const cells = draw.call(field.unit, field.options, context);
  blankMissing(table, field, drawn, cells);
  field.columns.forEach((column, index) => drawn.columns.set(column.path, cells[index] as Cell[]));
  if (table.read.has(field.name))
    for (let index = 0; index < rows.length; index++) publish(field, drawn, index);
  for (const constraint of field.settles) settleRows(table, constraint, drawn);
}

/** Puts a field's cells of one record where expressions see them. */
export function publish(field: PlannedField, drawn: DrawnRows, index: number): void {
  const record = drawn.records[index] as MutableRecord;
  const own = field.columns.length === 1 && field.columns[0]?.part === '';
  if (own) {
    record[field.name] = drawn.columns.get(field.name)?.[index] ?? null;
    return;
  }
  const parts: MutableRecord = {};
  for (const column of field.columns) parts[column.part] = drawn.columns.get(column.path)?.[index] ?? null;
  record[field.name] = parts;
}

function blankMissing(table: TablePlan, field: PlannedField, drawn: DrawnRows, cells: Cell[][]): void {
  if (field.missing === null) return;
  for (let index = 0; index < drawn.rows.length; index++) {
    if (!isMissing(table, field, drawn, index)) continue;
    for (const column of cells) column[index] = null;
  }
}

/** Whether the recipe leaves this cell empty. */
export function isMissing(table: TablePlan, field: PlannedField, drawn: DrawnRows, index: number): boolean {
  const missing = field.missing;
  if (missing === null) return false;
  if (missing.if !== null && missing.if.evaluate(drawn.records[index] as RecordView, table.today) !== true)
    return false;
  return missing.share >= 1 || missing.stream.at(drawn.rows[index] as number).uniform() < missing.share;
}

function settleRows(table: TablePlan, constraint: TablePlan['earlyRules'][number], drawn: DrawnRows): void {
  drawn.records.forEach((record, index) => {
    const cells = constraint.unit.settle?.(constraint.options, record);
    if (cells === undefined) return;
    for (const [path, cell] of Object.entries(cells)) {
      const column = drawn.columns.get(path);
      if (column === undefined || column[index] === null) continue;
      column[index] = cell;
      const field = table.early.find((candidate) => candidate.columns.some((spec) => spec.path === path));
      if (field !== undefined) publish(field, drawn, index);
    }
  });
}

const noBounds = (): undefined => undefined;

function boundsReader(field: PlannedField, records: readonly RecordView[]) {
  return (index: number): RowBounds | undefined => {
    let bounds: RowBounds | undefined;
    for (const bound of field.bounds) {
      const limit = limitOf(bound, records[index] as RecordView);
      if (limit !== null) bounds = narrow(bounds ?? {}, bound, limit);
    }
    return bounds;
  };
}

function limitOf(bound: Bound, record: RecordView): number | string | null {
  const cell = 'value' in bound.from ? bound.from.value : readPath(record, bound.from.path);
  return typeof cell === 'number' || typeof cell === 'string' ? cell : null;
}

function narrow(bounds: RowBounds, { side, strict }: Bound, limit: number | string): RowBounds {
  const now = bounds[side];
  const tighter = now === undefined || (side === 'min' ? limit > now : limit < now);
  const strictKey = side === 'min' ? 'minStrict' : 'maxStrict';
  if (tighter) return { ...bounds, [side]: limit, [strictKey]: strict };
  return limit === now && strict ? { ...bounds, [strictKey]: true } : bounds;
}

/** The parents' records that a batch of children reads, drawn once for the batch. */
export class ParentRecords {
  readonly plan: NonNullable<PlannedField['parents']>;
  readonly #indexOf = new Map<number, number>();
  readonly #drawn: DrawnRows;

  constructor(plan: NonNullable<PlannedField['parents']>, rows: readonly number[]) {
    this.plan = plan;
    const unique = [...new Set(rows.map((row) => plan.parentOf(row)).filter((row) => row !== null))];
    unique.forEach((row, index) => this.#indexOf.set(row, index));
    this.#drawn = plan.table.settled(unique);
  }

  recordOf(row: number): RecordView | null {
    const parent = this.plan.parentOf(row);
    return parent === null ? null : (this.#drawn.records[this.#indexOf.get(parent) as number] ?? null);
  }

  rowsFor(field: PlannedField): ParentRows {
    const plan = field.parents as NonNullable<PlannedField['parents']>;
    const keys = this.#drawn.columns.get(plan.keyPath);
    return {
      parentOf: (row) => plan.parentOf(row),
      keyOf: (parent) => keys?.[this.#indexOf.get(parent) as number] ?? null,
    };
  }
}

/** Draws the parents of a batch and lays their records into the children's views. */
export function readParents(table: TablePlan, drawn: DrawnRows): ReadonlyMap<string, ParentRecords> {
  const parents = new Map<string, ParentRecords>();
  for (const [name, plan] of table.parents) {
    const records = new ParentRecords(plan, drawn.rows);
    parents.set(name, records);
    drawn.rows.forEach((row, index) => {
      (drawn.records[index] as MutableRecord)[name] = records.recordOf(row);
    });
  }
  return parents;
}
