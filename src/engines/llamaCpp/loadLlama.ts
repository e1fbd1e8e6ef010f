import { Wllama, type WllamaLogger } from '@wllama/wllama';
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url';
import { Failure } from '../../problems/Failure';
import type { EngineOptions, LoadedModel, ModelCard } from '../Engine';
import { LlamaModel } from './LlamaModel';
import { readLog } from './readLog';
import { widenWeights } from './widenWeights';

/** Layers moved to the GPU: none, a small model is faster where it is. */
const gpuLayers = 0;

export async function loadLlama(
  card: ModelCard,
  files: readonly Blob[],
  options: EngineOptions,
  signal: AbortSignal,
): Promise<LoadedModel> {
  signal.throwIfAborted();
  const lines: string[] = [];
  const engine = new Wllama(
    { default: new URL(wasmUrl, self.location.href).href },
    { logger: collect(lines) },
  );
  // Otherwise the library reaches for its own copy on another host where the browser lacks a feature.
  engine.setCompat(null);

  const stop = (): void => void engine.exit();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.race([
      engine.loadModel(await prepare(files), {
        n_ctx: options.slots * card.contextTokens,
        n_parallel: options.slots,
        n_threads: options.threads,
        n_gpu_layers: gpuLayers,
        skip_chat_parsing: true,
        cache_idle_slots: false,
        // A slot with memory of its own and plain attention adds up in one order whoever runs beside it, so a
        // cell's text depends on its prompt and seed alone: not on slots, threads or what was written before.
        kv_unified: false,
        flash_attn: false,
        // WebAssembly has no half-precision numbers: it would convert each one at each step.
        cache_type_k: 'f32',
        cache_type_v: 'f32',
      }),
      aborted(signal),
    ]);
  } catch (cause) {
    await engine.exit().catch(() => undefined);
    signal.throwIfAborted();
    throw new Failure('device.writerNotLoaded', { model: card.label }, { cause });
  } finally {
    signal.removeEventListener('abort', stop);
  }
  return new LlamaModel(engine, card, options, readLog(lines));
}

/** Only a whole model is widened: one in parts is too large for that. */
async function prepare(files: readonly Blob[]): Promise<Blob[]> {
  const [only, second] = files;
  return only !== undefined && second === undefined ? [await widenWeights(only)] : [...files];
}

/** Loading never settles when the engine's worker is ended under it. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** The engine talks a lot, and quotes prompts when it fails: its words stay here, and only those of loading are read. */
function collect(lines: string[]): WllamaLogger {
  const keep = (...words: unknown[]): void => {
    if (lines.length < 1000) lines.push(words.filter((word) => typeof word === 'string').join(' '));
  };
  return { debug: keep, log: keep, warn: keep, error: keep };
}
