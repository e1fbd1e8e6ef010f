import { deviceFacts } from './deviceFacts';
import type { DeviceReport } from '../../src/engines/device/DeviceReport';

/** An ordinary laptop without a GPU that the browser would let be used. */
export function deviceReport(change: Partial<DeviceReport> = {}): DeviceReport {
  return {
    browser:
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36',
    ...deviceFacts({ cores: 8 }),
    isolated: true,
    wasmMemoryMiB: 4096,
    ...change,
  };
}
