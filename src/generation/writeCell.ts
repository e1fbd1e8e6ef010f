import type { Attempt, CellLineage } from '../dataset/RowBatch';
import type { Writer } from '../engines/Engine';
import type { WritingTask } from '../fields/FieldType';
import { problem, type Problem } from '../problems/Problem';
import { reviewText } from '../verification/reviewText';

export interface WrittenCell {
  readonly text: string;
  readonly lineage: CellLineage;
}

/** Attempts at one written cell before the best of them is kept and marked. */
export const attemptBudget = 6;

export interface CellJob {
  readonly writer: Writer;
  /** One per attempt; their number is the budget. */
  readonly seeds: readonly number[];
  readonly signal: AbortSignal;
  /** What the rest of the run has against this text; empty when nothing. */
  compare(text: string): readonly Problem[];
  /** `number` counts from 0. */
  onAttempt(attempt: Attempt, number: number): void;
}

/** Asks, verifies and asks again with the next seed; the attempt with the fewest problems is kept. */
export async function writeCell(task: WritingTask, job: CellJob): Promise<WrittenCell> {
  const attempts: Attempt[] = [];
  let best = { text: '', model: job.writer.facts.model, problems: Number.POSITIVE_INFINITY };
  for (const seed of job.seeds) {
    const written = await job.writer.write({ ...task, attempt: attempts.length }, seed, job.signal);
    const text = written.text.trim();
    const problems = [
      ...(written.finish === 'length' ? [problem('check.cutShort')] : []),
      ...reviewText(text, task),
    ];
    if (problems.length === 0) problems.push(...job.compare(text));
    const attempt: Attempt = { seed, tokens: written.tokens, milliseconds: written.milliseconds, problems };
    attempts.push(attempt);
    job.onAttempt(attempt, attempts.length - 1);
    if (problems.length < best.problems) {
      best = { text, model: written.model, problems: problems.length };
    }
    if (problems.length === 0) break;
  }
  const verdict = best.problems === 0 ? 'passed' : 'marked';
  return { text: best.text, lineage: { model: best.model, attempts, verdict } };
}
