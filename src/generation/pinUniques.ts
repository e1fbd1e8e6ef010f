import { Failure } from '../problems/Failure';
import type { RecordView } from '../dataset/RowBatch';
import type { PlannedConstraint, TablePlan } from './Plan';
import { redrawBudget } from './Plan';

const batchRows = 1000;

/**
 * Walks the whole table once, in row order, and pins for each row whose key is already taken the first
 * attempt that gives a free one. After this a row is again drawn from its number alone, in any order.
 */
export function pinUniques(table: TablePlan, signal: AbortSignal, rowCount = table.rowCount): void {
  if (table.uniques.length === 0) return;
  const taken = table.uniques.map(() => new Set<string>());
  for (let start = 0; start < rowCount; start += batchRows) {
    signal.throwIfAborted();
    const rows = Array.from({ length: Math.min(batchRows, rowCount - start) }, (_, index) => start + index);
    const drawn = table.settled(rows);
    rows.forEach((row, index) => pinRow(table, taken, row, drawn.records[index] as RecordView));
  }
}

function pinRow(table: TablePlan, taken: readonly Set<string>[], row: number, first: RecordView): void {
  let record = first;
  for (let attempt = 0; ; attempt++) {
    const repeated = table.uniques.filter((unique, index) =>
      isTaken(unique, taken[index] as Set<string>, record),
    );
    if (repeated.length === 0) break;
    if (attempt >= redrawBudget) throw exhausted(table, repeated[0] as PlannedConstraint, row);
    for (const number of new Set(repeated.flatMap((unique) => unique.groups))) {
      const pinned = table.groups[number]?.pinned;
      pinned?.set(row, (pinned.get(row) ?? 0) + 1);
    }
    record = table.settled([row]).records[0] as RecordView;
  }
  table.uniques.forEach((unique, index) => {
    const key = unique.unit.key?.(unique.options, record);
    if (key !== undefined) taken[index]?.add(key);
  });
}

function isTaken(unique: PlannedConstraint, taken: ReadonlySet<string>, record: RecordView): boolean {
  const key = unique.unit.key?.(unique.options, record);
  return key !== undefined && taken.has(key);
}

function exhausted(table: TablePlan, unique: PlannedConstraint, row: number): Failure {
  return new Failure(
    'generation.uniqueNotMet',
    { rule: unique.unit.describe(unique.options), row: row + 1, budget: redrawBudget, table: table.name },
    { at: unique.at },
  );
}
