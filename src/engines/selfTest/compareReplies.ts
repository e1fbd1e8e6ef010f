import type { SelfTest } from './SelfTest';

/** Words from the start that must be the same: rounding parts two texts late, wrong numbers at once. */
const closeWords = 8;

type Comparison = Pick<SelfTest, 'verdict' | 'passed' | 'agreement'>;

/** Compares replies with those expected, one by one. */
export function compareReplies(replies: readonly string[], expected: readonly string[]): Comparison {
  const pairs = expected.map((text, at) => [wordsOf(replies[at] ?? ''), wordsOf(text)] as const);
  if (pairs.length === 0 || pairs.every(([, right]) => right.length === 0)) {
    return { verdict: 'unreadable', passed: false, agreement: 0 };
  }
  const found = pairs.map(([words, right]) => {
    const longest = Math.max(words.length, right.length);
    const alike = commonStart(words, right);
    return {
      share: longest === 0 ? 1 : alike / longest,
      isClose: alike >= Math.min(closeWords, right.length),
    };
  });
  const agreement = Math.min(...found.map(({ share }) => share));
  const verdict = agreement === 1 ? 'same' : found.every(({ isClose }) => isClose) ? 'close' : 'different';
  return { verdict, passed: verdict !== 'different', agreement };
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((word, index) => word !== other[index]);
  return at < 0 ? one.length : at;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
