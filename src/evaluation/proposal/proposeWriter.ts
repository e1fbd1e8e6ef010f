import type { Rehearsal } from '../rehearsal/Rehearsal';
import type { Candidate, Judgement } from './Candidate';
import { judgeWriter } from './judgeWriter';

export interface Proposal {
  /** Null where none passes. */
  readonly best: string | null;
  readonly judgements: ReadonlyMap<string, Judgement>;
}

/** Shares nearer than this are no difference after twenty cells. */
const steps = 20;

/**
 * The best writer that passes: of those rehearsed the one whose first tries pass most often, then whose words repeat
 * least, then the fastest; where none was rehearsed, the first that passed its self-test. The earlier one of equals.
 */
export function proposeWriter(candidates: readonly Candidate[]): Proposal {
  const judgements = new Map(candidates.map((candidate) => [candidate.id, judgeWriter(candidate)]));
  const standing = ({ id }: Candidate) => judgements.get(id)?.standing;
  const passing = candidates.filter((candidate) => standing(candidate) === 'passes');
  let best: Candidate | undefined;
  for (const candidate of passing) {
    if (best === undefined || isBetter(candidate.rehearsal!, best.rehearsal!)) best = candidate;
  }
  best ??= candidates.find((candidate) => standing(candidate) === 'unrehearsed');
  return { best: best?.id ?? null, judgements };
}

function isBetter(one: Rehearsal, other: Rehearsal): boolean {
  const difference = [
    inSteps(firstTryShare(one)) - inSteps(firstTryShare(other)),
    inSteps(distinctness(one)) - inSteps(distinctness(other)),
    other.time.milliseconds - one.time.milliseconds,
  ].find((value) => value !== 0);
  return (difference ?? 0) > 0;
}

function inSteps(share: number): number {
  return Math.round(share * steps);
}

/** Share of 0 to 1 of the cells that passed at the first try; 1 where there were none. */
export function firstTryShare({ fields, cells }: Rehearsal): number {
  return cells === 0 ? 1 : fields.reduce((sum, { passedFirst }) => sum + passedFirst, 0) / cells;
}

/** Mean of the fields that could be judged; 1 where there was none. */
function distinctness({ fields }: Rehearsal): number {
  const shares = fields.map(({ distinct }) => distinct).filter((share) => share !== null);
  return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
