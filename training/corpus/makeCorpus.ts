import { makeExample, type Example } from './makeExample';
import { hashRuns, SeenRuns } from './SeenRuns';
import { seededRandom } from './seededRandom';

/** Words of a run that no two texts share. */
export const novelRun = 10;

/** Tries at one example before its facts and plan are given up for others; only the last of many is let through. */
const mostTries = 400;

/**
 * The curriculum: examples in which no run of ten words stands twice. What few words can say is soon said, so the
 * texts become those that many facts and wordings make: a writer that learned from them has little to recite.
 */
export function* makeCorpus(
  seed: number,
  count: number,
  seen = new SeenRuns(),
  heldOut = false,
): Generator<Example> {
  const random = seededRandom(seed, heldOut);
  for (let made = 0; made < count; made++) {
    for (let tries = 1; ; tries++) {
      const example = makeExample(random);
      const runs = hashRuns(example.text, novelRun);
      if (seen.hasAny(runs) && tries < mostTries) continue;
      seen.add(runs);
      yield example;
      break;
    }
  }
}
