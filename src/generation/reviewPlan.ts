import { problem, type Problem } from '../problems/Problem';
import { headOf } from '../recipe/headOf';
import type { Plan, TablePlan } from './Plan';
import { needsOf } from '../recipe/needsOf';

/** What only shows once the order of making is known. */
export function reviewPlan(plan: Plan): Problem[] {
  return plan.tables.flatMap((table) => [...lateUniques(table), ...writtenParents(plan, table)]);
}

function lateUniques(table: TablePlan): Problem[] {
  const late = new Set(table.late.map((field) => field.name));
  return table.uniques
    .filter((rule) => rule.unit.fields(rule.options).some((path) => late.has(headOf(path))))
    .map((rule) => problem('generation.lateUnique', rule.at, { rule: rule.unit.describe(rule.options) }));
}

function writtenParents(plan: Plan, table: TablePlan): Problem[] {
  return [...table.early, ...table.late].flatMap((field) =>
    needsOf(field.options).flatMap((path) => {
      const parent = plan.tables.find((other) => other !== table && other.name === headOf(path));
      const head = headOf(path.slice(headOf(path).length + 1));
      if (parent === undefined || !parent.late.some((late) => late.name === head)) return [];
      return [problem('generation.writtenParent', `${table.name}.${field.name}`, { path })];
    }),
  );
}
