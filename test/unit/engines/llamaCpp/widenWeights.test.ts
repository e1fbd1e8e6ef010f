import { describe, expect, test } from 'vitest';
import { GgufReader } from '../../../../src/engines/shared/gguf/GgufReader';
import { halfToNumber, widenWeights } from '../../../../src/engines/llamaCpp/widenWeights';
import { gguf } from '../../../support/gguf';

// Scale 0.5 is 0x3800 as binary16; weights -1, 2, 3 and 29 times 127.
const block = Uint8Array.from([0x00, 0x38, 0xff, 2, 3, ...Array<number>(29).fill(127)]);
const plain = new Uint8Array(Float32Array.from([1.5, -2]).buffer);

describe('a model with 8-bit weights', () => {
  test('gets each weight times the scale of its block, and keeps the rest', async () => {
    const wide = await (
      await widenWeights(
        gguf([
          { type: 0, weights: 2, data: plain },
          { type: 8, weights: 32, data: block },
          { type: 0, weights: 2, data: plain },
        ]),
      )
    ).arrayBuffer();
    const { tensors, dataStart } = new GgufReader(wide);
    expect(tensors.map(({ type }) => type)).toEqual([0, 0, 0]);
    const values = tensors.map(({ offset, weights }) => [
      ...new Float32Array(wide, dataStart + offset, weights),
    ]);
    expect(values).toEqual([
      [1.5, -2],
      [-0.5, 1, 1.5, ...Array<number>(29).fill(63.5)],
      [1.5, -2],
    ]);
  });

  test('is the same file when no weight has 8 bits', async () => {
    const file = gguf([{ type: 0, weights: 2, data: plain }]);
    const same = await widenWeights(file);
    expect(new Uint8Array(await same.arrayBuffer())).toEqual(new Uint8Array(await file.arrayBuffer()));
  });

  test('is refused when it is no GGUF file', async () => {
    await expect(widenWeights(new Blob(['not a model, but long enough']))).rejects.toThrow('not a GGUF file');
  });
});

// Values of IEEE 754-2008 binary16: largest, smallest normal, smallest subnormal, a third.
test.each([
  [0x3c00, 1],
  [0xc000, -2],
  [0x7bff, 65504],
  [0x0400, 2 ** -14],
  [0x0001, 2 ** -24],
  [0x3555, 0.333251953125],
  [0x8000, -0],
  [0x7c00, Infinity],
  [0xfe00, Number.NaN],
])('the half-precision bits %i are %d', (bits, value) => {
  expect(halfToNumber(bits)).toBe(value);
});
