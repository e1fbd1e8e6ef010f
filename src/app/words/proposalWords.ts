import type { ModelCard } from '../../engines/Engine';
import type { Proposal } from '../../evaluation/proposal/proposeWriter';
import type { Rehearsal } from '../../evaluation/rehearsal/Rehearsal';
import { wilsonInterval } from '../../statistics/wilsonInterval';
import type { RehearsalResult } from '../../storage/records';
import { count, counted } from './count';
import { timeWords } from './deviceWords';

/** "19 of 20 first tries passed the checks, and 200 records take about 30 seconds". */
export function promiseWords({ rehearsal }: RehearsalResult): string {
  const { time } = rehearsal;
  return `${firstTryWords(rehearsal)} passed the checks, and ${counted(time.records, 'record')} take ${timeWords(time)}`;
}

/** "19 of 20 first tries" */
export function firstTryWords({ fields, cells }: Rehearsal): string {
  const passed = fields.reduce((sum, { passedFirst }) => sum + passedFirst, 0);
  return `${count(passed)} of ${counted(cells, 'first try', 'first tries')}`;
}

/** The share of first tries that more texts would pass, with 95% certainty: "76 to 99%". */
export function firstTryRange({ fields, cells }: Rehearsal): string {
  const passed = fields.reduce((sum, { passedFirst }) => sum + passedFirst, 0);
  const [low, high] = wilsonInterval(passed, cells);
  return `${Math.floor(low * 100)} to ${Math.ceil(high * 100)}%`;
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
  const lead = writers.length > 1 ? `${current.label} is the best choice here: ` : 'In the rehearsal ';
  return `${lead}${promiseWords(rehearsed)}.`;
}
