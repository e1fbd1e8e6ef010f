/** What the engine says about itself while it loads; there is no other way to ask it. */
export interface EngineLog {
  /** `CPU`, or `WebGPU` when any part of the model lies there. */
  readonly backend: string;
  readonly threads: number;
  /** What kept it from a GPU, in its own words; absent where it said nothing. */
  readonly gpuFault?: string;
}

/** As the engine calls it. */
export const gpuBackend = 'WebGPU';

/** Reads the lines of llama.cpp's loader (b11364, as built into wllama 3.8.1). */
export function readLog(lines: readonly string[]): EngineLog {
  const buffers = new Set<string>();
  let threads = 1;
  let gpuFault: string | undefined;
  for (const line of lines) {
    const buffer = /load_tensors:\s+(\S+?)(?:_\S+)? model buffer size =/.exec(line)?.[1];
    if (buffer !== undefined) buffers.add(buffer);
    const pool = /Multithread enabled: (true|false), pthreadPoolSize: (\d+)/.exec(line);
    if (pool) threads = pool[1] === 'true' ? Number(pool[2]) : 1;
    gpuFault ??= /ggml_webgpu: ((?:Failed|Device lost|Device error).*)/.exec(line)?.[1]?.trim();
  }
  const gpu = [...buffers].find((name) => name.startsWith(gpuBackend));
  return {
    backend: gpu === undefined ? [...buffers].sort().join(' + ') || 'unknown' : gpuBackend,
    threads,
    ...(gpuFault === undefined ? {} : { gpuFault }),
  };
}
