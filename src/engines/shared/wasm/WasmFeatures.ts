/** What the WebAssembly of a browser can do, of what engines use. All false where there is none. */
export interface WasmFeatures {
  readonly simd: boolean;
  readonly relaxedSimd: boolean;
  /** Memory shared between threads; only on a page that is isolated. */
  readonly threads: boolean;
  /** Addresses of 64 bits. */
  readonly memory64: boolean;
  /** The first form of them, which programs are still compiled to. */
  readonly exceptions: boolean;
  /** Lets WebAssembly wait for the browser: for the GPU, and for a part of a file where it takes the whole without. */
  readonly jspi: boolean;
}
