import type { Problem } from '../problems/Problem';

/** Carries a problem out of the depth of an expression; never leaves this folder. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}
