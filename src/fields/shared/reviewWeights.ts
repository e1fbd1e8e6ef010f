import { problem, type Problem } from '../../problems/Problem';

/** Weights by name. */
export function reviewWeights(weights: Readonly<Record<string, number>>, at: string): Problem[] {
  const names = Object.keys(weights);
  if (names.length === 0) return [problem('fields.noValues', at)];
  const bad = names.filter((name) => !Number.isFinite(weights[name]) || (weights[name] as number) < 0);
  if (bad.length > 0) {
    return bad.map((name) =>
      problem('fields.weightNegative', `${at}.${name}`, { name, weight: weights[name] ?? 0 }),
    );
  }
  return names.every((name) => weights[name] === 0) ? [problem('fields.weightsZero', at)] : [];
}
