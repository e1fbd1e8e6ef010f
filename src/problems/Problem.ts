import type { ProblemCode } from './catalogue';

type ProblemValue = string | number | boolean;

/**
 * Something expected about the user's input or device. Plain data: it crosses to a worker and is
 * stored as it is. `at` is the path of the thing (`visit.fields.age`), empty when it is the whole.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly at: string;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

export function problem(code: ProblemCode, at = '', values: Problem['values'] = {}): Problem {
  return { code, at, values };
}
