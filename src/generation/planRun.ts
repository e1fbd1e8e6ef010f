import { headOf } from '../recipe/headOf';
import { pathsOf } from '../recipe/pathsOf';
import { tableOrder } from '../recipe/tableOrder';
import type { Field, Recipe, Table } from '../recipe/Recipe';
import { orderFields, reaches } from './orderFields';
import { boundsOn, keptByConstruction, settlesAt } from './placeConstraints';
import { planField } from './planField';
import { planParents } from './planParents';
import type { Plan, PlannedConstraint, PlannedField, RecipeConstraint, RedrawGroup, TablePlan } from './Plan';
import { readHeads } from './readHeads';
import { groupFields, redrawable } from './redrawGroups';
import { settleRows } from './settleRows';
import { constraintUnitOf, unitOf } from './unitOf';
import { waitsOf } from './waitsOf';

/**
 * Turns a checked recipe into something that can be drawn: order, streams, bounds, groups to redraw.
 * Pure but for the counts of children, which are drawn here once.
 */
export function planRun(recipe: Recipe): Plan {
  const tables = new Map<string, TablePlan>();
  for (const name of tableOrder(recipe)) tables.set(name, planTable(recipe, name, tables));
  return { recipe, tables: [...tables.values()] };
}

function planTable(recipe: Recipe, name: string, parents: ReadonlyMap<string, TablePlan>): TablePlan {
  const table = recipe.tables[name] as Table;
  const constraints = (table.constraints ?? []).map<RecipeConstraint>((options, index) => ({
    unit: constraintUnitOf(options),
    options,
    at: `${name}.constraints[${index}]`,
  }));
  const hard = constraints.filter(({ options }) => options.hard);
  const waits = waitsOf(table, hard);
  const { order, kept } = orderFields(waits);
  const after = new Map(
    [...waits].map(([field, { must, may }]) => [
      field,
      new Set([...must, ...may.filter((other) => kept.has(`${field}>${other}`))]),
    ]),
  );
  const late = lateFields(table, order, after);
  const feeding = new Map(hard.map((rule) => [rule.at, redrawable(table, rule, after, late)]));
  const groupOf = groupFields([...feeding.values()]);
  const groups: RedrawGroup[] = Array.from({ length: new Set(groupOf.values()).size }, () => ({
    pinned: new Map(),
    trial: new Map(),
  }));
  const planned = hard.map<PlannedConstraint>((rule) => ({
    ...rule,
    groups: [...new Set((feeding.get(rule.at) ?? []).map((field) => groupOf.get(field) as number))],
  }));
  const isLate = (rule: PlannedConstraint): boolean =>
    rule.unit.fields(rule.options).some((path) => late.has(headOf(path)));
  const { parentPlans, rowCount } = planParents(recipe, name, parents);
  const fields = order.map((field) => {
    const options = table.fields[field] as Field;
    const group = groupOf.get(field);
    return planField(recipe, name, field, options, {
      attempts: group === undefined ? undefined : groups[group],
      bounds: boundsOn(field, planned, kept, order),
      settles: planned.filter((rule) => settlesAt(rule, field, order)),
      parents: [...parentPlans.values()].find((parent) => parent.field === field) ?? null,
    });
  });
  const plan: TablePlan = {
    name,
    rowCount,
    early: fields.filter((field) => !late.has(field.name)),
    late: fields.filter((field) => late.has(field.name)),
    columns: Object.keys(table.fields).flatMap(
      (field) => (fields.find((candidate) => candidate.name === field) as PlannedField).columns,
    ),
    read: readHeads(recipe, name),
    groups,
    earlyRules: planned.filter((rule) => rule.unit.scope === 'record' && !isLate(rule)),
    lateRules: planned.filter((rule) => rule.unit.scope === 'record' && isLate(rule)),
    uniques: planned.filter((rule) => rule.unit.scope === 'table' && !keptByConstruction(rule, table)),
    parents: parentPlans,
    today: recipe.today,
    typeOf: typesFor(recipe, name),
    settled: (rows) => settleRows(plan, rows),
  };
  return plan;
}

function typesFor(recipe: Recipe, table: string): TablePlan['typeOf'] {
  const types = new Map(pathsOf(recipe, table).map(({ path, type }) => [path, type]));
  return (path) => types.get(path);
}

function lateFields(
  table: Table,
  order: readonly string[],
  after: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const written = order.filter((field) => unitOf(table.fields[field] as Field).origin === 'written');
  return new Set(
    order.filter((field) => written.some((other) => other === field || reaches(after, field, other))),
  );
}
