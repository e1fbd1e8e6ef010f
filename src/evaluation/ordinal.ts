import type { Cell, ColumnType } from '../dataset/RowBatch';

export type OrderedType = Exclude<ColumnType, 'text' | 'boolean'>;

export function isOrdered(type: ColumnType): type is OrderedType {
  return type !== 'text' && type !== 'boolean';
}

const dayMs = 86_400_000;

/** Place on a line: numbers as they are, dates in days and datetimes in seconds since 1970, times in seconds since midnight. */
export function toOrdinal(cell: Cell, type: OrderedType): number | undefined {
  if (type === 'integer' || type === 'number') return typeof cell === 'number' ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const milliseconds = Date.parse(
    type === 'date' ? `${cell}T00:00:00Z` : type === 'time' ? `1970-01-01T${cell}Z` : `${cell}Z`,
  );
  if (Number.isNaN(milliseconds)) return undefined;
  return milliseconds / (type === 'date' ? dayMs : 1000);
}

/** The cell at a place; the other way round of `toOrdinal`, down to whole days and seconds. */
export function fromOrdinal(ordinal: number, type: OrderedType): number | string {
  if (type === 'integer' || type === 'number') return ordinal;
  const milliseconds = type === 'date' ? Math.floor(ordinal) * dayMs : Math.floor(ordinal) * 1000;
  const text = new Date(milliseconds).toISOString();
  if (type === 'date') return text.slice(0, 10);
  return type === 'time' ? text.slice(11, 19) : text.slice(0, 19);
}
