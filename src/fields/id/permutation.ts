import type { Stream } from '../../random/Stream';

/** Luby and Rackoff, SIAM J. Computing 17(2), 1988: from four rounds on, neither end shows. */
const ROUNDS = 4;

/**
 * A bijection of 0 to size - 1 chosen by the stream: a Feistel network over two unequal halves, walked on
 * until it lands inside. Black and Rogaway, "Ciphers with Arbitrary Finite Domains", CT-RSA 2002, section 5.
 * `size` is at most 2^48.
 */
export function permutation(size: number, stream: Stream): (index: number) => number {
  const width = Math.ceil(Math.sqrt(size));
  const height = Math.ceil(size / width);
  const keys = Int32Array.from({ length: ROUNDS }, () => stream.uint32());
  const share = width <= 2 ** 16 ? shareOfHalf : shareOfWhole;
  const walk = (index: number): number => {
    let left = Math.floor(index / width);
    let right = index - left * width;
    for (let round = 0; round < ROUNDS; round += 2) {
      left += share(mix(right ^ (keys[round] as number)), height);
      if (left >= height) left -= height;
      right += share(mix(left ^ (keys[round + 1] as number)), width);
      if (right >= width) right -= width;
    }
    return left * width + right;
  };
  return (index) => {
    let image = walk(index);
    while (image >= size) image = walk(image);
    return image;
  };
}

/** 32 bits onto 0 to bound - 1; whole 32-bit arithmetic where the bound allows it. */
function shareOfHalf(bits: number, bound: number): number {
  return Math.imul(bits >>> 16, bound) >>> 16;
}

function shareOfWhole(bits: number, bound: number): number {
  return Math.floor(((bits >>> 0) * bound) / 2 ** 32);
}

/** 32 bits in, 32 out, the high ones well mixed: the middle of MurmurHash3's finaliser (Appleby, public domain). */
function mix(bits: number): number {
  const hash = Math.imul(bits, 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
}
