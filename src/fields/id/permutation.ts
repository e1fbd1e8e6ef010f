import type { Stream } from '../../random/Stream';

const ROUNDS = 8;

/**
 * A bijection of 0 to size - 1 chosen by the stream: a Feistel network over two unequal halves, walked on
 * until it lands inside. Black and Rogaway, "Ciphers with Arbitrary Finite Domains", CT-RSA 2002, section 5.
 * `size` is at most 2^48.
 */
export function permutation(size: number, stream: Stream): (index: number) => number {
  const width = Math.ceil(Math.sqrt(size));
  const height = Math.ceil(size / width);
  const keys = Int32Array.from({ length: ROUNDS }, () => stream.uint32());
  const walk = (index: number): number => {
    let left = Math.floor(index / width);
    let right = index - left * width;
    for (let round = 0; round < ROUNDS; round += 2) {
      left = (left + mix(right ^ (keys[round] as number))) % height;
      right = (right + mix(left ^ (keys[round + 1] as number))) % width;
    }
    return left * width + right;
  };
  return (index) => {
    let image = walk(index);
    while (image >= size) image = walk(image);
    return image;
  };
}

/** The finaliser of MurmurHash3 (Appleby, public domain): 32 bits in, 32 well mixed bits out. */
function mix(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
