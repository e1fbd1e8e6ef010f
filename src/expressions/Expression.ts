import type { FieldPath, RecordView } from '../dataset/RowBatch';
import type { Problem } from '../problems/Problem';

/** A CEL expression made ready. Evaluating never reads the clock: `today` is handed in. */
export interface Expression {
  readonly source: string;
  /** Dotted paths the expression reads, `patient.sex`; in the order of first use. */
  readonly references: readonly FieldPath[];
  /**
   * The value as plain JSON data: CEL integers come back as numbers. A null among the inputs of an operator
   * gives null (a rule then holds, a condition is then false). Rejects nothing: a type error gives null too
   * and is what `review` is for.
   */
  evaluate(record: RecordView, today: string): unknown;
}

export type Compiled = { readonly expression: Expression } | { readonly problem: Problem };
