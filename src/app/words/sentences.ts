import { Failure } from '../../problems/Failure';
import { describe, sentence } from '../../problems/describe';
import type { Problem } from '../../problems/Problem';

/** A sentence with its first letter large. */
export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The problem beside its own option: the place is seen, so it is not said. */
export function say(problem: Problem): string {
  return upper(sentence(problem));
}

/** The problem with its place. */
export function sayWhere(problem: Problem): string {
  return upper(describe(problem));
}

/** What to tell the user about the unexpected end of a job. */
export function sayFailure(failure: unknown): string {
  if (failure instanceof Failure) return say(failure.problem);
  const message = failure instanceof Error ? failure.message : String(failure);
  return `Something stopped this: ${message}. Nothing that was saved is lost; reload the page and try again.`;
}

export function isAbort(failure: unknown): boolean {
  return failure instanceof Error && failure.name === 'AbortError';
}
