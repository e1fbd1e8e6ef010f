import { expect, test } from 'vitest';
import { chooseEngineOptions } from '../../../src/engines/chooseEngineOptions';

test.each([
  [{ threads: true, cores: 16 }, 4],
  [{ threads: true, cores: 5 }, 4],
  [{ threads: true, cores: 4 }, 3],
  [{ threads: true, cores: 2 }, 1],
  [{ threads: true, cores: 1 }, 1],
  [{ threads: true, cores: 0 }, 1],
  [{ threads: true, cores: Number.NaN }, 1],
  [{ threads: false, cores: 16 }, 1],
])('a device with %j gets %d threads and eight slots', (device, threads) => {
  expect(chooseEngineOptions({ wasm: true, webGpu: false, ...device })).toEqual({ slots: 8, threads });
});
