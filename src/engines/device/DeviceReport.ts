import type { DeviceFacts } from '../Engine';

/** What does not change from one visit to the next: the fingerprint is made of it and of nothing else. */
export interface StableFacts extends DeviceFacts {
  /** As the browser names itself, with its version. */
  readonly browser: string;
  /** Whether the page was served so that threads may share memory. */
  readonly isolated: boolean;
}

/** What this device can do, as the browser tells it. Plain data. */
export interface DeviceReport extends StableFacts {
  /** The most one WebAssembly memory may grow to now, MiB; 0 where none can be had. */
  readonly wasmMemoryMiB: number;
}
