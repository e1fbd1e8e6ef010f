import { constraintTypes } from '../constraints/constraintTypes';
import { compileExpression } from '../expressions/compileExpression';
import { fieldTypes } from '../fields/fieldTypes';
import type { Bound } from '../constraints/ConstraintType';
import type { FieldPath } from '../dataset/RowBatch';
import { streamFor } from '../random/streamFor';
import { columnsOf } from '../recipe/columnsOf';
import { headOf } from '../recipe/headOf';
import { pathsOf } from '../recipe/pathsOf';
import { tableOrder } from '../recipe/tableOrder';
import type { Constraint, Field, Recipe, Table } from '../recipe/Recipe';
import { orderFields, reaches, type Waits } from './orderFields';
import { planParents } from './planParents';
import type {
  AnyConstraintType,
  AnyFieldType,
  Plan,
  PlannedConstraint,
  PlannedField,
  RedrawGroup,
  TablePlan,
} from './Plan';
import { settleRows } from './settleRows';

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
  const constraints = (table.constraints ?? []).map((options, index) => ({
    unit: constraintTypes[options.type as keyof typeof constraintTypes] as AnyConstraintType,
    options,
    at: `${name}.constraints[${index}]`,
  }));
  const hard = constraints.filter(({ options }) => options.hard);
  const waits = new Map<string, Waits>();
  for (const [field, options] of Object.entries(table.fields)) {
    waits.set(field, { must: ownHeads(table, needsOf(options)), may: mayWaitFor(field, hard, table) });
  }
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
    hard: true,
    groups: [...new Set((feeding.get(rule.at) ?? []).map((field) => groupOf.get(field) as number))],
  }));
  const isLate = (rule: PlannedConstraint): boolean =>
    rule.unit.fields(rule.options).some((path) => late.has(headOf(path)));
  const { parentPlans, rowCount } = planParents(recipe, name, parents);
  const fields = order.map((field) => {
    const options = table.fields[field] as Field;
    const attempts = groups[groupOf.get(field) ?? -1];
    return planField(recipe, name, field, options, {
      attempts,
      group: groupOf.get(field) ?? -1,
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

interface FieldPlacing {
  readonly attempts: RedrawGroup | undefined;
  readonly group: number;
  readonly bounds: readonly Bound[];
  readonly settles: readonly PlannedConstraint[];
  readonly parents: PlannedField['parents'];
}

function planField(
  recipe: Recipe,
  table: string,
  name: string,
  options: Field,
  placing: FieldPlacing,
): PlannedField {
  const unit = unitOf(options);
  const { attempts, ...rest } = placing;
  const attempt = (row: number): number => attempts?.trial.get(row) ?? attempts?.pinned.get(row) ?? 0;
  const stream = streamFor(recipe.seed, table, name, attempts === undefined ? {} : { attempt });
  const missing = typeof options.missing === 'number' ? { share: options.missing } : options.missing;
  return {
    name,
    unit,
    options,
    columns: columnsOf(recipe, table)
      .filter(({ path }) => headOf(path) === name)
      .map(({ path, type }) => ({ path, part: path.slice(name.length + 1), type })),
    stream,
    missing:
      missing === undefined || missing.share === 0
        ? null
        : {
            share: missing.share ?? 1,
            if: missing.if === undefined ? null : expressionOf(missing.if),
            stream: stream.part('missing'),
          },
    ...rest,
  };
}

export function unitOf(options: Field): AnyFieldType {
  return fieldTypes[options.type as keyof typeof fieldTypes] as AnyFieldType;
}

function expressionOf(source: string) {
  const compiled = compileExpression(source);
  return 'expression' in compiled ? compiled.expression : null;
}

/** Paths a field reads, its own options' and those of its `missing.if`. */
export function needsOf(options: Field): readonly FieldPath[] {
  const source = typeof options.missing === 'object' ? options.missing.if : undefined;
  const condition = source === undefined ? null : expressionOf(source);
  return [...unitOf(options).needs(options), ...(condition?.references ?? [])];
}

function ownHeads(table: Table, paths: readonly FieldPath[]): string[] {
  return [...new Set(paths.map(headOf))].filter((head) => Object.hasOwn(table.fields, head));
}

/** Fields that bounds and settling would like to have first. */
function mayWaitFor(
  field: string,
  hard: readonly { unit: AnyConstraintType; options: Constraint }[],
  table: Table,
): string[] {
  return hard
    .flatMap(({ unit, options }) => [
      ...(unit.bounds?.(options) ?? []).flatMap((bound) =>
        headOf(bound.field) === field && 'path' in bound.from ? [headOf(bound.from.path)] : [],
      ),
      ...(unit.settles?.(options).some((path) => headOf(path) === field) === true
        ? unit
            .fields(options)
            .map(headOf)
            .filter((other) => other !== field)
        : []),
    ])
    .filter((other) => Object.hasOwn(table.fields, other));
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

/** Sampled fields whose redraw can change whether the rule holds. */
function redrawable(
  table: Table,
  { unit, options }: { unit: AnyConstraintType; options: Constraint },
  after: ReadonlyMap<string, ReadonlySet<string>>,
  late: ReadonlySet<string>,
): string[] {
  const named = ownHeads(table, unit.fields(options));
  return Object.entries(table.fields).flatMap(([field, options_]) => {
    const type = unitOf(options_);
    if (type.origin !== 'sampled' || late.has(field) || type.distinct?.(options_) === true) return [];
    if (options_.type === 'reference' && options_['perParent'] !== undefined) return [];
    return named.some((name) => name === field || reaches(after, name, field)) ? [field] : [];
  });
}

/** Fields that any rule redraws together get the same number. */
function groupFields(sets: readonly (readonly string[])[]): Map<string, number> {
  const parent = new Map<string, string>();
  const root = (field: string): string => {
    const up = parent.get(field) ?? field;
    return up === field ? field : root(up);
  };
  for (const set of sets) for (const field of set) parent.set(root(field), root(set[0] as string));
  const numbers = new Map<string, number>();
  const groupOf = new Map<string, number>();
  for (const field of sets.flat()) {
    const top = root(field);
    if (!numbers.has(top)) numbers.set(top, numbers.size);
    groupOf.set(field, numbers.get(top) as number);
  }
  return groupOf;
}

function boundsOn(
  field: string,
  rules: readonly PlannedConstraint[],
  kept: ReadonlySet<string>,
  order: readonly string[],
): Bound[] {
  return rules.flatMap(({ unit, options }) =>
    (unit.bounds?.(options) ?? []).filter(
      (bound) =>
        bound.field === field &&
        ('value' in bound.from ||
          kept.has(`${field}>${headOf(bound.from.path)}`) ||
          order.indexOf(headOf(bound.from.path)) < order.indexOf(field)),
    ),
  );
}

/** A rule settles once the last of its fields is drawn. */
function settlesAt({ unit, options }: PlannedConstraint, field: string, order: readonly string[]): boolean {
  if (unit.settle === undefined) return false;
  const positions = unit.fields(options).map((path) => order.indexOf(headOf(path)));
  return order.indexOf(field) === Math.max(...positions);
}

function keptByConstruction(rule: PlannedConstraint, table: Table): boolean {
  return rule.unit.fields(rule.options).some((path) => {
    const options = table.fields[path];
    return (
      options !== undefined && options.missing === undefined && unitOf(options).distinct?.(options) === true
    );
  });
}

/** Everything that expressions, facts, bounds and children's expressions read of this table. */
function readHeads(recipe: Recipe, name: string): Set<string> {
  const own = recipe.tables[name] as Table;
  const heads = new Set<string>();
  for (const options of Object.values(own.fields))
    for (const path of needsOf(options)) heads.add(headOf(path));
  for (const options of own.constraints ?? []) {
    const unit = constraintTypes[options.type as keyof typeof constraintTypes] as AnyConstraintType;
    for (const path of unit.fields(options)) heads.add(headOf(path));
  }
  for (const table of Object.values(recipe.tables)) {
    for (const options of Object.values(table.fields)) {
      for (const path of needsOf(options)) {
        if (headOf(path) === name) heads.add(headOf(path.slice(name.length + 1)));
      }
    }
    for (const options of table.constraints ?? []) {
      const unit = constraintTypes[options.type as keyof typeof constraintTypes] as AnyConstraintType;
      for (const path of unit.fields(options)) {
        if (headOf(path) === name) heads.add(headOf(path.slice(name.length + 1)));
      }
    }
  }
  return heads;
}
