export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key moves by. */
  readonly page: number;
}

/** Where a key moves to in a table; null when it is not a key that moves. */
export function nextCell(
  { row, column }: CellPlace,
  press: Press,
  { rows, columns, page }: Size,
): CellPlace | null {
  const whole = press.ctrlKey || press.metaKey;
  const within = (place: CellPlace): CellPlace => ({
    row: Math.max(0, Math.min(rows - 1, place.row)),
    column: Math.max(0, Math.min(columns - 1, place.column)),
  });
  switch (press.key) {
    case 'ArrowDown':
      return within({ row: whole ? rows - 1 : row + 1, column });
    case 'ArrowUp':
      return within({ row: whole ? 0 : row - 1, column });
    case 'ArrowRight':
      return within({ row, column: whole ? columns - 1 : column + 1 });
    case 'ArrowLeft':
      return within({ row, column: whole ? 0 : column - 1 });
    case 'PageDown':
      return within({ row: row + page, column });
    case 'PageUp':
      return within({ row: row - page, column });
    case 'Home':
      return within({ row: whole ? 0 : row, column: 0 });
    case 'End':
      return within({ row: whole ? rows - 1 : row, column: columns - 1 });
    default:
      return null;
  }
}
