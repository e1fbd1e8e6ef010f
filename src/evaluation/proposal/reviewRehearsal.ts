import { isWrong } from '../../problems/describe';
import { problem, type Problem } from '../../problems/Problem';
import type { Rehearsal } from '../rehearsal/Rehearsal';
import { judgeWriter } from './judgeWriter';

/** A run of a minute is over before anybody has made up their mind. */
const leastMs = 60_000;

/** What is wrong with how a writer did in a rehearsal; empty when nothing is. */
export function objectionsTo(rehearsal: Rehearsal): readonly Problem[] {
  return judgeWriter({ id: '', hindrances: [], selfTest: null, rehearsal }).problems.filter(isWrong);
}

/**
 * What speaks against going on with a run after the rehearsal that it began with, for the user to decide: the first says
 * so, the others why. Nothing where the writer does, or the run is as good as over.
 */
export function reviewRehearsal(model: string, rehearsal: Rehearsal): readonly Problem[] {
  const wrong = objectionsTo(rehearsal);
  if (wrong.length === 0 || rehearsal.time.milliseconds < leastMs) return [];
  return [problem('writer.failedRehearsal', '', { model, cells: rehearsal.cells }), ...wrong];
}
