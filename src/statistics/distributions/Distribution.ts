import type { Problem } from '../../problems/Problem';

export type Parameters<Name extends string = string> = Readonly<Record<Name, number>>;

/** A probability distribution by its parameters. Both tails are asked for, so that neither loses digits. */
export interface Distribution<Name extends string = string> {
  readonly parameters: readonly Name[];
  /** True when only whole numbers come out. */
  readonly discrete: boolean;
  /** What is wrong with the parameters, `at` the parameter's name; a parameter left out is wrong too. */
  problems(parameters: Readonly<Partial<Record<Name, number>>>): readonly Problem[];
  /** P(X <= x) */
  cdf(x: number, parameters: Parameters<Name>): number;
  /** P(X > x) */
  survival(x: number, parameters: Parameters<Name>): number;
  /** The smallest x with P(X <= x) >= p. Give `q` = 1 - p where it is known more exactly. */
  quantile(p: number, parameters: Parameters<Name>, q?: number): number;
}
