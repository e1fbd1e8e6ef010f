/** What the engine says about itself while it loads; there is no other way to ask it. */
export interface EngineLog {
  /** `CPU`, or `WebGPU` when any part of the model lies there. */
  readonly backend: string;
  readonly threads: number;
  /** Memory of one remembered token, bytes. */
  readonly bytesPerToken: number;
  /** What kept it from a GPU, in its own words; absent where it said nothing. */
  readonly gpuFault?: string;
}

/** As the engine calls it. */
export const gpuBackend = 'WebGPU';

const mebibyte = 1024 * 1024;

/** Reads the lines of llama.cpp's loader (b11364, as built into wllama 3.8.1). */
export function readLog(lines: readonly string[]): EngineLog {
  const buffers = new Set<string>();
  let threads = 1;
  let bytesPerToken = 0;
  let gpuFault: string | undefined;
  for (const line of lines) {
    const buffer = /load_tensors:\s+(\S+?)(?:_\S+)? model buffer size =/.exec(line)?.[1];
    if (buffer !== undefined) buffers.add(buffer);
    const pool = /Multithread enabled: (true|false), pthreadPoolSize: (\d+)/.exec(line);
    if (pool) threads = pool[1] === 'true' ? Number(pool[2]) : 1;
    const cache =
      /llama_kv_cache: size =\s+([\d.]+) MiB \(\s*(\d+) cells,\s*\d+ layers,\s*\d+\/(\d+) seqs\)/.exec(line);
    gpuFault ??= /ggml_webgpu: ((?:Failed|Device lost|Device error).*)/.exec(line)?.[1]?.trim();
    if (cache) bytesPerToken += (Number(cache[1]) * mebibyte) / (Number(cache[2]) * Number(cache[3]));
  }
  const gpu = [...buffers].find((name) => name.startsWith(gpuBackend));
  return {
    backend: gpu === undefined ? [...buffers].sort().join(' + ') || 'unknown' : gpuBackend,
    threads,
    bytesPerToken,
    ...(gpuFault === undefined ? {} : { gpuFault }),
  };
}
