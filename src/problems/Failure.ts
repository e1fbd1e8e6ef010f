import type { ProblemCode } from './catalogue';
import { describe } from './describe';
import { problem, type Problem } from './Problem';

/** The unexpected end of a job. Its message is the problem's own sentence. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly problem: Problem;

  constructor(
    code: ProblemCode,
    values: Problem['values'] = {},
    options: { at?: string; cause?: unknown } = {},
  ) {
    const what = problem(code, options.at ?? '', values);
    super(describe(what), 'cause' in options ? { cause: options.cause } : undefined);
    this.problem = what;
  }
}
