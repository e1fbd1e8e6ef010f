import type { ColumnType } from '../../dataset/RowBatch';

/** A short sign for a column's type, always with its word as a title. */
export const typeMarks: Readonly<Record<ColumnType, { readonly mark: string; readonly word: string }>> = {
  text: { mark: 'Aa', word: 'text' },
  integer: { mark: '12', word: 'whole number' },
  number: { mark: '1.2', word: 'number' },
  boolean: { mark: 'y/n', word: 'true or false' },
  date: { mark: 'd', word: 'date' },
  datetime: { mark: 'd:t', word: 'date and time' },
  time: { mark: 't', word: 'time' },
};
