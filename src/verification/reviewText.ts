import type { WritingTask } from '../fields/FieldType';
import type { Problem } from '../problems/Problem';
import { rungs } from './rungs';

/** Everything the ladder has against a written text; empty when it passes. `at` is empty: the caller knows the cell. */
export function reviewText(text: string, task: WritingTask): Problem[] {
  return rungs.flatMap((rung) => rung.review(text, task));
}
