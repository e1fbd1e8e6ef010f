import { childrenPerParent } from '../fields/reference/childrenPerParent';
import { streamFor } from '../random/streamFor';
import type { Field, Recipe, Table } from '../recipe/Recipe';
import type { ParentPlan, TablePlan } from './Plan';

export interface ReferencePlan extends ParentPlan {
  /** The reference field that finds the parent. */
  readonly field: string;
}

/** How the rows of a table find their parents, and how many rows there are. */
export function planParents(
  recipe: Recipe,
  name: string,
  tables: ReadonlyMap<string, TablePlan>,
): { parentPlans: Map<string, ReferencePlan>; rowCount: number } {
  const table = recipe.tables[name] as Table;
  const parentPlans = new Map<string, ReferencePlan>();
  let rowCount = table.rows ?? 0;
  for (const [field, options] of Object.entries(table.fields)) {
    const to = options['to'];
    if (options.type !== 'reference' || typeof to !== 'string') continue;
    const [parentName = '', ...keyPath] = to.split('.');
    const parent = tables.get(parentName);
    if (parent === undefined) continue;
    const fixed = options['perParent'] === undefined ? null : allocate(recipe, name, field, options, parent);
    if (fixed !== null) rowCount = fixed.length;
    const key = parentPlans.has(parentName) ? `${parentName}#${field}` : parentName;
    parentPlans.set(key, {
      field,
      table: parent,
      keyPath: keyPath.join('.'),
      parentOf: fixed === null ? anyParent(recipe, name, field, parent) : (row) => fixed[row] ?? null,
    });
  }
  return { parentPlans, rowCount };
}

/** Parent row of every child row, children of one parent side by side. */
function allocate(
  recipe: Recipe,
  table: string,
  field: string,
  options: Field,
  parent: TablePlan,
): Int32Array {
  const stream = streamFor(recipe.seed, table, field, { part: 'children' });
  const counts = childrenPerParent(options['perParent'] as never, stream, parent.rowCount);
  const rows = new Int32Array(counts.reduce((sum, count) => sum + count, 0));
  let next = 0;
  counts.forEach((count, parentRow) => {
    rows.fill(parentRow, next, next + count);
    next += count;
  });
  return rows;
}

function anyParent(recipe: Recipe, table: string, field: string, parent: TablePlan) {
  const stream = streamFor(recipe.seed, table, field, { part: 'parent' });
  return (row: number): number | null =>
    parent.rowCount === 0 ? null : stream.at(row).below(parent.rowCount);
}
