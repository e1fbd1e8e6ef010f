import { describe, expect, test } from 'vitest';
import { philox4x32 } from '../../../src/random/philox4x32';

// kat_vectors of Random123 1.14 (D. E. Shaw Research), lines "philox4x32 10".
const vectors: [string, number[], number[]][] = [
  ['zeroes', [0, 0, 0, 0, 0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]],
  [
    'ones',
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    'the digits of pi',
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
];

describe('philox4x32', () => {
  test.each(vectors)('gives the published words for %s', (_, input, expected) => {
    const out = new Uint32Array(4);
    const [c0, c1, c2, c3, k0, k1] = input as [number, number, number, number, number, number];
    philox4x32(out, c0, c1, c2, c3, k0, k1);
    expect([...out]).toEqual(expected);
  });
});
