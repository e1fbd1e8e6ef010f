import type { ColumnType } from '../../../dataset/RowBatch';
import { columnsOf, type RecipeColumn } from '../../../recipe/columnsOf';
import type { Recipe } from '../../../recipe/Recipe';

export interface TableColumn extends RecipeColumn {
  /** Pixels. */
  readonly width: number;
  /** Pixels before it. */
  readonly left: number;
}

const widths: Readonly<Record<ColumnType, number>> = {
  text: 180,
  integer: 96,
  number: 104,
  boolean: 88,
  date: 112,
  datetime: 168,
  time: 96,
};
const proseWidth = 420;
const letterWidth = 7.5;

/** The columns with the room they take; a long name widens its column a little. */
export function tableColumns(recipe: Recipe, table: string): TableColumn[] {
  let left = 0;
  return columnsOf(recipe, table).map((column) => {
    const named = Math.min(240, column.label.length * letterWidth + 64);
    const width = Math.round(
      Math.max(
        column.origin === 'written' && column.type === 'text' ? proseWidth : widths[column.type],
        named,
      ),
    );
    const placed = { ...column, width, left };
    left += width;
    return placed;
  });
}

/** Indices [first, end) of the columns in sight between two pixels. */
export function columnsInSight(columns: readonly TableColumn[], from: number, to: number): [number, number] {
  const first = columns.findIndex(({ left, width }) => left + width > from);
  if (first < 0) return [0, 0];
  const end = columns.findIndex(({ left }) => left >= to);
  return [first, end < 0 ? columns.length : end];
}
