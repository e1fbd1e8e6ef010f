import { objectionsTo } from '../../evaluation/proposal/reviewRehearsal';
import type { Problem } from '../../problems/Problem';
import type { RehearsalResult, SelfTestResult } from '../../storage/records';
import { placeWords, speedWords } from './deviceWords';
import { promiseWords } from './proposalWords';
import { say } from './sentences';

interface Known {
  /** Why this browser cannot run it; null where it can. */
  readonly hindrance: Problem | null;
  readonly result: SelfTestResult | null;
  readonly rehearsed: RehearsalResult | null;
  readonly isOutOfDate: boolean;
}

interface Said {
  readonly level: 'wrong' | 'note';
  readonly words: string;
  /** What is wrong although the words are not. */
  readonly but?: string;
  /** Of the link to the device. */
  readonly link: string;
}

/** What is known of a writer on this device, in a line. */
export function checkWords({ hindrance, result, rehearsed, isOutOfDate }: Known): Said {
  if (hindrance !== null) return { level: 'wrong', words: say(hindrance), link: 'See the device' };
  if (result === null) {
    const words = isOutOfDate
      ? 'The browser or the hardware has changed since this writer was checked.'
      : 'This writer has not been checked on this device yet.';
    return { level: 'note', words, link: 'Check it' };
  }
  if (result.problem !== null) return { level: 'wrong', words: say(result.problem), link: 'See the device' };
  if (result.test?.passed !== true) {
    const where = placeWords(result.test?.facts.backend ?? 'CPU');
    return {
      level: 'wrong',
      words: `This writer failed its check on ${where} of this device.`,
      link: 'See why',
    };
  }
  const { facts, tokensPerSecond, comparedWith } = result.test;
  const found = comparedWith === 'itself' ? 'it writes the same each time' : 'it writes right';
  const speed = speedWords(rehearsed?.rehearsal.tokensPerSecond ?? tokensPerSecond);
  const checked = `Checked on this device: ${found}, ${speed} on ${placeWords(facts.backend)}.`;
  if (rehearsed === null) return { level: 'note', words: checked, link: 'Rehearse it' };
  const words = `${checked} In the rehearsal ${promiseWords(rehearsed)}.`;
  if (objectionsTo(rehearsed.rehearsal).length > 0)
    return { level: 'note', words, but: 'That is not enough.', link: 'See why' };
  return { level: 'note', words, link: 'See the device' };
}
