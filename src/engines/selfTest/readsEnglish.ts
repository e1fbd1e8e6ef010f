import type { ContinuationScore, ModelCard, ScoringTask } from '../Engine';
import { selfTestTasks } from './selfTestTasks';

const sentence =
  ' The patient was admitted to the hospital and was seen by the doctor. The patient was discharged home.';
/** The same words from the second to the last, so in the same tokens. */
const disorder =
  ' The home discharged was patient The doctor. the by seen was and hospital the to admitted was patient.';

/**
 * Mean nats a token. Who knows nothing gives each of 4,000 tokens -8.3 and each of 32,000 -10.4; a model of 3 million
 * parameters that knows little but such notes gives -4.0, a larger one more.
 */
const leastMean = -6;
/**
 * By so many nats a token the sentence has to be the likelier one. That small model tells them apart by 4.4; numbers
 * that do not depend on what came before by 0.
 */
const leastLead = 1.5;

/** Behind what plain English is scored, and the same in disorder. */
export function englishTask(card: ModelCard): ScoringTask {
  // The likeliest place for such a sentence: the discharge summary.
  const prompt = selfTestTasks(card)[1]?.prompt ?? '';
  return { prompt, continuations: [sentence, disorder] };
}

/** Whether the scores of the task are those of a model that can read. Wrong numbers, NaN among them, give others. */
export function readsEnglish(scores: readonly ContinuationScore[]): boolean {
  const [right, wrong] = scores.map(({ logProbability, tokens }) => logProbability / tokens.length);
  return right !== undefined && wrong !== undefined && right >= leastMean && right - wrong >= leastLead;
}
