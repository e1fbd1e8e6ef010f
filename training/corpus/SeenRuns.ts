import { wordsIn } from '../../src/verification/wordsIn';

const shards = 64;

/** Remembers the runs of words of the texts that were added, by hashes of 52 bits. */
export class SeenRuns {
  private readonly seen = Array.from({ length: shards }, () => new Set<number>());

  hasAny(runs: readonly number[]): boolean {
    return runs.some((run) => this.seen[run % shards]?.has(run));
  }

  add(runs: readonly number[]): void {
    for (const run of runs) this.seen[run % shards]?.add(run);
  }
}

/** Hashes of all runs of so many words of a text, lower case and without punctuation (two FNV-1a streams over the words). */
export function hashRuns(text: string, runLength: number): number[] {
  const words = wordsIn(text).map(hashWord);
  const runs: number[] = [];
  for (let start = 0; start + runLength <= words.length; start++) {
    let high = 0x811c9dc5;
    let low = 0x01234567;
    for (let at = start; at < start + runLength; at++) {
      const word = words[at] ?? 0;
      high = Math.imul(high ^ word, 0x01000193);
      low = Math.imul(low ^ (word >>> 7) ^ word, 0x85ebca6b);
    }
    runs.push((high >>> 6) * 0x4000000 + (low >>> 6));
  }
  return runs;
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
