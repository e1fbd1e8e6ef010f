import { describe, expect, test } from 'vitest';
import { deviceFingerprint } from '../../../../src/engines/device/deviceFingerprint';
import type { DeviceReport } from '../../../../src/engines/device/DeviceReport';
import { gpuFacts } from '../../../support/deviceFacts';
import { deviceReport } from '../../../support/deviceReport';

const print = (change: Partial<DeviceReport> = {}): string => deviceFingerprint(deviceReport(change));

describe('the fingerprint of a device', () => {
  test('is the same for the same facts, in whatever order they come', () => {
    const facts = deviceReport({ gpu: gpuFacts() });
    const reversed = Object.fromEntries(
      Object.entries(facts)
        .reverse()
        .map(([key, value]) => [
          key,
          key === 'gpu' ? Object.fromEntries(Object.entries(value as object).reverse()) : value,
        ]),
    ) as unknown as DeviceReport;
    expect(deviceFingerprint(reversed)).toBe(deviceFingerprint(facts));
    expect(print()).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is another for another version of the browser, another adapter, other cores, memory or walls', () => {
    const changes: Partial<DeviceReport>[] = [
      { browser: 'Chrome/154' },
      { gpu: gpuFacts() },
      { gpu: gpuFacts({ vendor: 'apple' }) },
      { gpu: gpuFacts({ shaderF16: false }) },
      { cores: 16 },
      { memoryGiB: null },
      { isolated: false },
      { wasmFeatures: { ...deviceReport().wasmFeatures, relaxedSimd: false } },
      { threads: false },
    ];
    const prints = [print(), ...changes.map(print)];
    expect(new Set(prints).size).toBe(prints.length);
  });

  test('does not change with what is free at the moment', () => {
    expect(print({ wasmMemoryMiB: 512 })).toBe(print());
  });
});
