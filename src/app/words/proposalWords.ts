import type { ModelCard } from '../../engines/Engine';
import { firstTryShare, type Proposal } from '../../evaluation/proposal/proposeWriter';
import type { RehearsalResult } from '../../storage/records';
import { counted, percent } from './count';
import { timeWords } from './deviceWords';

/** What a rehearsal promises: "95% of its first tries pass, and 200 records take about 30 seconds". */
export function promiseWords({ rehearsal }: RehearsalResult): string {
  const { time } = rehearsal;
  return `${percent(firstTryShare(rehearsal))} of its first tries pass the checks, and ${counted(time.records, 'record')} take ${timeWords(time)}`;
}

/** Which writer to take, in a sentence; empty where nothing is known yet. */
export function proposalWords(
  { best, judgements }: Proposal,
  writers: readonly ModelCard[],
  current: ModelCard,
  rehearsed: RehearsalResult | null,
): string {
  const standings = [...judgements.values()].map(({ standing }) => standing);
  const proposed = writers.find(({ id }) => id === best);
  if (proposed === undefined) {
    if (!standings.includes('fails')) return '';
    return standings.includes('untested')
      ? 'No writer has passed on this device so far: see below why, and check the others.'
      : 'No writer on this device passes: see below why.';
  }
  const isRehearsed = judgements.get(proposed.id)?.standing === 'passes';
  if (proposed.id !== current.id) {
    const why = isRehearsed
      ? 'of those that pass it does best with this recipe'
      : 'it is the first that passed its check';
    return `Proposed: ${proposed.label}, because ${why}.`;
  }
  if (!isRehearsed || rehearsed === null) return '';
  const lead = writers.length > 1 ? `${current.label} is the best choice here: ` : 'With this recipe ';
  return `${lead}${promiseWords(rehearsed)}.`;
}
