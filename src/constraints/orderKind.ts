import type { ColumnType } from '../dataset/RowBatch';

/** Types whose cells can be put in one order share a kind; undefined for types that have none. */
export function orderKind(type: ColumnType): 'number' | 'day' | 'time' | undefined {
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'date':
    case 'datetime':
      return 'day';
    case 'time':
      return 'time';
    case 'text':
    case 'boolean':
      return undefined;
  }
}
