import { describe, expect, test } from 'vitest';
import { reviewModel } from '../../../../src/engines/device/reviewModel';
import type { DeviceReport } from '../../../../src/engines/device/DeviceReport';
import { llamaCpp } from '../../../../src/engines/llamaCpp/llamaCpp';
import { embeddedWriter } from '../../../../src/engines/models';
import { problem } from '../../../../src/problems/Problem';
import { wasmFeatures } from '../../../support/deviceFacts';
import { deviceReport } from '../../../support/deviceReport';

const codes = (sizeBytes: number, device: Partial<DeviceReport> = {}): string[] =>
  reviewModel({ ...embeddedWriter, sizeBytes }, llamaCpp, deviceReport(device)).map(({ code }) => code);

describe('what a device has against a model', () => {
  test('is nothing against one that fits', () => {
    expect(codes(3e6)).toEqual([]);
    expect(codes(2e9, { memoryGiB: null })).toEqual([]);
  });

  test('is what it has against the engine', () => {
    expect(codes(3e6, { threads: false })).toEqual(['device.oneThread']);
    expect(codes(3e6, { wasm: false, wasmMemoryMiB: 0 })).toEqual(['device.noWebAssembly']);
  });

  test.each([
    [{ memory64: false }, '64-bit memory'],
    [{ exceptions: false, simd: false }, 'exceptions, SIMD'],
  ])('is what its WebAssembly lacks of what the engine needs: %j', (lacks, missing) => {
    const device = deviceReport({ wasmFeatures: { ...wasmFeatures, ...lacks } });
    expect(reviewModel(embeddedWriter, llamaCpp, device)).toEqual([
      problem('device.weakWebAssembly', '', { missing }),
    ]);
  });

  test('is not what the engine can do without', () => {
    const optional = { relaxedSimd: false, jspi: false, threads: false };
    expect(codes(3e6, { wasmFeatures: { ...wasmFeatures, ...optional } })).toEqual([]);
  });

  test('is the memory that the browser does not give, or the device hardly has', () => {
    expect(codes(4e9)).toEqual(['fit.tooLargeForBrowser']);
    expect(codes(1e9, { wasmMemoryMiB: 1024 })).toEqual(['fit.tooLargeForBrowser']);
    // 2.4 GB with what it needs beside its weights, of 0.7 x 2 GiB.
    expect(codes(1.8e9, { memoryGiB: 2 })).toEqual(['fit.littleMemory']);
    expect(codes(1.8e9, { memoryGiB: 4 })).toEqual([]);
  });
});
