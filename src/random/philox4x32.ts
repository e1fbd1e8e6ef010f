const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const HIGH_0 = MULTIPLIER_0 >>> 16;
const LOW_0 = MULTIPLIER_0 & 0xffff;
const HIGH_1 = MULTIPLIER_1 >>> 16;
const LOW_1 = MULTIPLIER_1 & 0xffff;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;

/**
 * Philox 4x32-10: turns a counter of four 32-bit words and a key of two into four random words, in `out`.
 * Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC 2011, section 3.
 */
export function philox4x32(
  out: Uint32Array,
  counter0: number,
  counter1: number,
  counter2: number,
  counter3: number,
  key0: number,
  key1: number,
): void {
  let c0 = counter0 | 0;
  let c1 = counter1 | 0;
  let c2 = counter2 | 0;
  let c3 = counter3 | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < 10; round++) {
    // The high half of a 64-bit product from 16-bit halves: whole numbers of 32 bits throughout are what engines
    // compute fastest, and doubles would cost about twice the time.
    const c0High = c0 >>> 16;
    const c0Low = c0 & 0xffff;
    const middle0 = Math.imul(c0High, LOW_0) + (Math.imul(c0Low, LOW_0) >>> 16);
    const cross0 = Math.imul(c0Low, HIGH_0);
    const carry0 = ((middle0 & 0xffff) + (cross0 & 0xffff)) >>> 16;
    const high0 = (Math.imul(c0High, HIGH_0) + (middle0 >>> 16) + (cross0 >>> 16) + carry0) | 0;

    const c2High = c2 >>> 16;
    const c2Low = c2 & 0xffff;
    const middle1 = Math.imul(c2High, LOW_1) + (Math.imul(c2Low, LOW_1) >>> 16);
    const cross1 = Math.imul(c2Low, HIGH_1);
    const carry1 = ((middle1 & 0xffff) + (cross1 & 0xffff)) >>> 16;
    const high1 = (Math.imul(c2High, HIGH_1) + (middle1 >>> 16) + (cross1 >>> 16) + carry1) | 0;

    const low0 = Math.imul(c0, MULTIPLIER_0);
    const low1 = Math.imul(c2, MULTIPLIER_1);
    c0 = high1 ^ c1 ^ k0;
    c2 = high0 ^ c3 ^ k1;
    c1 = low1;
    c3 = low0;
    k0 = (k0 + WEYL_0) | 0;
    k1 = (k1 + WEYL_1) | 0;
  }
  out[0] = c0;
  out[1] = c1;
  out[2] = c2;
  out[3] = c3;
}
