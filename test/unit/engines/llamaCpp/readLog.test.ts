import { describe, expect, test } from 'vitest';
import { readLog } from '../../../../src/engines/llamaCpp/readLog';

const onCpu = [
  'Multithread enabled: true, pthreadPoolSize: 2',
  'load_tensors:          CPU model buffer size =    14.48 MiB',
  'llama_kv_cache: size =   24.00 MiB (  4096 cells,   8 layers,  8/1 seqs), K (f16):   12.00 MiB, V (f16):   12.00 MiB',
];

describe("the engine's own account", () => {
  test('of a CPU with two threads', () => {
    expect(readLog(onCpu)).toEqual({ backend: 'CPU', threads: 2 });
  });

  test('of one thread where the pool is empty', () => {
    expect(readLog(['Multithread enabled: false, pthreadPoolSize: 0', ...onCpu.slice(1)]).threads).toBe(1);
  });

  test('of a GPU that holds part of the model', () => {
    const lines = [...onCpu, 'load_tensors:       WebGPU model buffer size =    10.00 MiB'];
    expect(readLog(lines).backend).toBe('WebGPU');
  });

  test('of why it could not have a GPU', () => {
    const lines = ['@@ERROR@@ggml_webgpu: Failed to get an adapter: No available adapters.', ...onCpu];
    expect(readLog(lines)).toMatchObject({
      backend: 'CPU',
      gpuFault: 'Failed to get an adapter: No available adapters.',
    });
    expect(readLog(onCpu)).not.toHaveProperty('gpuFault');
  });

  test('of a mapped file is the same backend', () => {
    expect(readLog(['load_tensors:   CPU_Mapped model buffer size =    14.48 MiB']).backend).toBe('CPU');
  });

  test('is unknown, not guessed, where nothing is said', () => {
    expect(readLog([])).toEqual({ backend: 'unknown', threads: 1 });
  });
});
