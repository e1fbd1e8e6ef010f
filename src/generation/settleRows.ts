import { readPath } from '../dataset/readPath';
import { Failure } from '../problems/Failure';
import type { Cell, RecordView } from '../dataset/RowBatch';
import { drawRows, type DrawnRows } from './drawRows';
import { redrawBudget, type PlannedConstraint, type TablePlan } from './Plan';

/**
 * Draws rows and redraws, row by row, the groups of fields behind each broken rule. A row's outcome
 * depends on nothing but the row, so batches of any size and order agree.
 */
export function settleRows(table: TablePlan, rows: readonly number[]): DrawnRows {
  const drawn = drawRows(table, rows);
  try {
    let broken = brokenRows(
      table,
      drawn,
      drawn.rows.map((_, index) => index),
    );
    for (let attempt = 1; broken.size > 0; attempt++) {
      if (attempt > redrawBudget) throw unmet(table, drawn, broken);
      const indexes = [...broken.keys()];
      for (const [index, rules] of broken) advance(table, rules, rows[index] as number);
      const again = drawRows(
        table,
        indexes.map((index) => rows[index] as number),
      );
      indexes.forEach((index, position) => copyRow(again, position, drawn, index));
      broken = brokenRows(table, drawn, indexes);
    }
  } finally {
    for (const group of table.groups) group.trial.clear();
  }
  return drawn;
}

/** Moves the groups behind the rules on to their next attempt at this row. */
function advance(table: TablePlan, rules: readonly PlannedConstraint[], row: number): void {
  for (const number of new Set(rules.flatMap((rule) => rule.groups))) {
    const group = table.groups[number];
    if (group !== undefined) group.trial.set(row, (group.trial.get(row) ?? group.pinned.get(row) ?? 0) + 1);
  }
}

function brokenRows(
  table: TablePlan,
  drawn: DrawnRows,
  indexes: readonly number[],
): Map<number, PlannedConstraint[]> {
  const broken = new Map<number, PlannedConstraint[]>();
  for (const rule of table.earlyRules) {
    for (const index of indexes) {
      if (holds(table, rule, drawn.records[index] as RecordView)) continue;
      const rules = broken.get(index);
      if (rules === undefined) broken.set(index, [rule]);
      else rules.push(rule);
    }
  }
  return broken;
}

/** A cell that settling computed must also lie within its own field's limits. */
function holds(table: TablePlan, { unit, options }: PlannedConstraint, record: RecordView): boolean {
  if (unit.holds?.(options, record, table.today) === false) return false;
  return (unit.settles?.(options) ?? []).every((path) => {
    const field = table.early.find((candidate) => candidate.name === path);
    const cell = readPath(record, path);
    const min = field?.options['min'];
    const max = field?.options['max'];
    return (
      typeof cell !== 'number' ||
      !((typeof min === 'number' && cell < min) || (typeof max === 'number' && cell > max))
    );
  });
}

function copyRow(from: DrawnRows, fromIndex: number, to: DrawnRows, toIndex: number): void {
  for (const [path, cells] of from.columns) {
    (to.columns.get(path) as Cell[])[toIndex] = cells[fromIndex] as Cell;
  }
  to.records[toIndex] = from.records[fromIndex] as (typeof to.records)[number];
}

function unmet(
  table: TablePlan,
  drawn: DrawnRows,
  broken: ReadonlyMap<number, PlannedConstraint[]>,
): Failure {
  const [index, rules] = [...broken][0] as [number, PlannedConstraint[]];
  const rule = rules[0] as PlannedConstraint;
  return new Failure(
    'generation.ruleNotMet',
    {
      rule: rule.unit.describe(rule.options),
      row: (drawn.rows[index] as number) + 1,
      count: broken.size,
      of: drawn.rows.length,
      budget: redrawBudget,
      table: table.name,
    },
    { at: rule.at },
  );
}
