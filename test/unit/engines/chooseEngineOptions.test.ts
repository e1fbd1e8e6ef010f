import { expect, test } from 'vitest';
import { chooseEngineOptions } from '../../../src/engines/chooseEngineOptions';
import { deviceFacts } from '../../support/deviceFacts';

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
  expect(chooseEngineOptions(deviceFacts(device), 3e6)).toEqual({ slots: 8, threads });
});

test('a larger model writes fewer texts at once', () => {
  const device = deviceFacts();
  expect([60e6, 400e6, 1.9e9].map((size) => chooseEngineOptions(device, size).slots)).toEqual([8, 4, 2]);
});
