import { wordsIn } from './wordsIn';

const HASHES = 64;
const BANDS = 16;
const ROWS_PER_BAND = HASHES / BANDS;
const SHINGLE = 5;
const FEWEST_WORDS = 8;
const THRESHOLD = 0.8;
const FEWEST_EQUAL = Math.ceil(THRESHOLD * HASHES);
/** Texts a band remembers per key: turns of phrase that all texts share would else make every look-up walk them all. */
const MOST_HOLDERS = 32;

export interface NearCopy {
  readonly id: string;
  /** Estimated Jaccard similarity of five-word shingles, 0.8 to 1. */
  readonly similarity: number;
}

interface Generation {
  readonly ids: string[];
  readonly signatures: Uint32Array[];
  /** One table per band, from the hash of a band to the texts that have it. */
  readonly bands: readonly Map<number, number[]>[];
  /** The first text of each whole signature, so that an exact repeat is never lost in a crowd. */
  readonly exact: Map<number, number>;
}

/**
 * Finds written texts that nearly repeat an earlier one (MinHash: Broder, "On the resemblance and containment of
 * documents", 1997; bands: Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", section 3.4).
 *
 * Texts are compared as they stand, numbers and names included: two notes that share a turn of phrase but tell
 * other facts differ in five shingles per changed word and are no copies. Texts under eight words are never
 * copies: short answers repeat by nature. At least the latest `capacity` texts are remembered.
 */
export class NearCopyIndex {
  private current = emptyGeneration();
  private previous = emptyGeneration();

  constructor(private readonly capacity = 20_000) {}

  add(id: string, text: string): void {
    const signature = signatureOf(text);
    if (signature === undefined) return;
    if (this.current.ids.length >= this.capacity) {
      this.previous = this.current;
      this.current = emptyGeneration();
    }
    const { ids, signatures, bands, exact } = this.current;
    bands.forEach((band, index) => {
      const key = bandKey(signature, index);
      const holders = band.get(key);
      if (holders === undefined) band.set(key, [ids.length]);
      else if (holders.length < MOST_HOLDERS) holders.push(ids.length);
    });
    const whole = wholeKey(signature);
    if (!exact.has(whole)) exact.set(whole, ids.length);
    ids.push(id);
    signatures.push(signature);
  }

  /** The most similar earlier text at or above the threshold, the earliest of equals; undefined when there is none. */
  nearest(text: string): NearCopy | undefined {
    const signature = signatureOf(text);
    if (signature === undefined) return undefined;
    const older = nearestIn(this.previous, signature);
    const newer = nearestIn(this.current, signature);
    if (older === undefined || newer === undefined) return older ?? newer;
    return newer.similarity > older.similarity ? newer : older;
  }
}

function emptyGeneration(): Generation {
  const bands = Array.from({ length: BANDS }, () => new Map<number, number[]>());
  return { ids: [], signatures: [], bands, exact: new Map() };
}

function nearestIn(generation: Generation, signature: Uint32Array): NearCopy | undefined {
  const { ids, signatures, bands, exact } = generation;
  const candidates = new Set<number>();
  const same = exact.get(wholeKey(signature));
  if (same !== undefined) candidates.add(same);
  bands.forEach((band, index) => {
    for (const candidate of band.get(bandKey(signature, index)) ?? []) candidates.add(candidate);
  });
  let best = -1;
  let bestEqual = FEWEST_EQUAL - 1;
  for (const candidate of candidates) {
    const equal = countEqual(signature, signatures[candidate]!);
    if (equal > bestEqual || (equal === bestEqual && candidate < best)) {
      best = candidate;
      bestEqual = equal;
    }
  }
  return best < 0 ? undefined : { id: ids[best]!, similarity: bestEqual / HASHES };
}

function signatureOf(text: string): Uint32Array | undefined {
  const words = wordsIn(text);
  if (words.length < FEWEST_WORDS) return undefined;
  const hashes = words.map(hashWord);
  const signature = new Uint32Array(HASHES).fill(0xffffffff);
  for (let start = 0; start + SHINGLE <= hashes.length; start++) {
    let shingle = 0;
    for (let index = start; index < start + SHINGLE; index++) shingle = mix(shingle + hashes[index]!);
    for (let index = 0; index < HASHES; index++) {
      const value = mix(shingle + Math.imul(index + 1, 0x9e3779b9));
      if (value < signature[index]!) signature[index] = value;
    }
  }
  return signature;
}

function bandKey(signature: Uint32Array, band: number): number {
  let key = 0;
  for (let row = 0; row < ROWS_PER_BAND; row++) key = mix(key + signature[band * ROWS_PER_BAND + row]!);
  return key;
}

function wholeKey(signature: Uint32Array): number {
  let key = 0;
  for (const hash of signature) key = mix(key + hash);
  return key;
}

function countEqual(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let index = 0; index < HASHES; index++) if (a[index] === b[index]) equal++;
  return equal;
}

/** FNV-1a, 32 bits, over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The 32-bit finaliser of MurmurHash3 (Appleby, public domain). */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
