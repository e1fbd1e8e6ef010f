import { wordsIn } from '../../verification/wordsIn';

const runLength = 3;
/** Fewer runs say nothing. */
const fewestRuns = 30;

/**
 * Share of the runs of three words over all texts that are different ones (distinct-3: Li et al., "A Diversity-Promoting
 * Objective Function for Neural Conversation Models", NAACL 2016); null for too few words.
 */
export function distinctRuns(texts: readonly string[]): number | null {
  const runs = texts.flatMap((text) => {
    const words = wordsIn(text);
    return Array.from({ length: Math.max(0, words.length - runLength + 1) }, (_, at) =>
      words.slice(at, at + runLength).join(' '),
    );
  });
  return runs.length < fewestRuns ? null : new Set(runs).size / runs.length;
}
