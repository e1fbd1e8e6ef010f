import { catalogue, type Level } from './catalogue';
import type { Problem } from './Problem';

/** The sentence for a problem, without its place: for showing beside the thing itself. */
export function sentence(problem: Problem): string {
  return catalogue[problem.code].text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = problem.values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? value.toLocaleString('en') : String(value);
  });
}

/** The sentence with its place in front: "`visit.fields.age`: the minimum 90 is above ...". */
export function describe(problem: Problem): string {
  return problem.at === '' ? sentence(problem) : `\`${problem.at}\`: ${sentence(problem)}`;
}

export function levelOf(problem: Problem): Level {
  return catalogue[problem.code].level;
}

export function isWrong(problem: Problem): boolean {
  return levelOf(problem) === 'wrong';
}
