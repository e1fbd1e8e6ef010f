import type { Cell } from '../../src/dataset/RowBatch';
import type { FieldType } from '../../src/fields/FieldType';
import type { ReviewContext } from '../../src/fields/FieldType';
import { describe as sentenceOf } from '../../src/problems/describe';
import { drawContext, reviewContext, type ContextChanges } from './drawContext';

/** The columns of rows 0 to `count` - 1 of the table that `drawContext` describes. */
export function drawField<Options>(
  unit: FieldType<Options>,
  options: Options,
  count: number,
  changes: ContextChanges = {},
): Cell[][] {
  const rows = Array.from({ length: count }, (_, row) => row);
  return unit.draw?.(options, drawContext(rows, { rowCount: count, ...changes })) ?? [];
}

/** Every problem as the user reads it, the place in front. */
export function reviewField<Options>(
  unit: FieldType<Options>,
  options: Options,
  changes: Partial<ReviewContext> = {},
): string[] {
  return unit.review(options, reviewContext(changes)).map(sentenceOf);
}
