import type { Table } from '../recipe/Recipe';
import { reaches } from './orderFields';
import type { RecipeConstraint } from './Plan';
import { unitOf } from './unitOf';
import { ownHeads } from './waitsOf';

/** Sampled fields whose redraw can change whether the rule holds. */
export function redrawable(
  table: Table,
  { unit, options }: RecipeConstraint,
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
export function groupFields(sets: readonly (readonly string[])[]): Map<string, number> {
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
