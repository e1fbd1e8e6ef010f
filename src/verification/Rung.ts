import type { WritingTask } from '../fields/FieldType';
import type { Problem } from '../problems/Problem';

/** One step of the verify ladder, cheap ones first. It looks at one written text and the task it answers. */
export interface Rung {
  readonly id: string;
  /** The question it answers, in the user's words: "Does the text use every fact?" */
  readonly question: string;
  /** Empty when the text passes. The problems' `at` is empty: the caller knows the cell. */
  review(text: string, task: WritingTask): readonly Problem[];
}
