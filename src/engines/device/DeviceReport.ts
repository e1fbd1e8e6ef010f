import type { DeviceFacts } from '../Engine';

/** What the WebAssembly of this browser can do, of what engines use. */
export interface WasmFeatures {
  readonly simd: boolean;
  readonly relaxedSimd: boolean;
  readonly threads: boolean;
  /** Addresses beyond 4 GiB. */
  readonly memory64: boolean;
  /** Lets WebAssembly wait for the browser; without it engines read a model whole into memory. */
  readonly jspi: boolean;
}

/** What does not change from one visit to the next: the fingerprint is made of it and of nothing else. */
export interface StableFacts extends DeviceFacts {
  /** As the browser names itself, with its version. */
  readonly browser: string;
  readonly wasmFeatures: WasmFeatures;
  /** Whether the page was served so that threads may share memory. */
  readonly isolated: boolean;
}

/** What this device can do, as the browser tells it. Plain data. */
export interface DeviceReport extends StableFacts {
  /** The most one WebAssembly memory may grow to now, MiB; 0 where none can be had. */
  readonly wasmMemoryMiB: number;
}
