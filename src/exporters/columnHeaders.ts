import type { TableSchema } from './Exporter';

/** One header a column, none twice: a label that two columns share gives way to their paths. */
export function columnHeaders(schema: TableSchema, show: 'label' | 'name'): string[] {
  const paths = new Set(schema.columns.map(({ path }) => path));
  const uses = new Map<string, number>();
  for (const { label } of schema.columns) {
    if (label !== undefined) uses.set(label, (uses.get(label) ?? 0) + 1);
  }
  return schema.columns.map(({ path, label }) => {
    if (show === 'name' || label === undefined || label === '') return path;
    const clear = uses.get(label) === 1 && (label === path || !paths.has(label));
    return clear ? label : path;
  });
}
