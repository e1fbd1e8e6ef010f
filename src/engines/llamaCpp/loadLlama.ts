import { Wllama, type LoadModelParams, type WllamaLogger } from '@wllama/wllama';
import wasmUrl from '@wllama/wllama/esm/wasm/wllama.wasm?url';
import { Failure } from '../../problems/Failure';
import { problem, type Problem } from '../../problems/Problem';
import type { EngineOptions, LoadedModel, ModelCard } from '../Engine';
import { readGpu } from '../shared/gpu/readGpu';
import { whyNoGpu } from '../shared/gpu/whyNoGpu';
import { LlamaModel } from './LlamaModel';
import { gpuBackend, readLog, type EngineLog } from './readLog';
import { widenWeights } from './widenWeights';

/** More than any model has. */
const allLayers = 99_999;

/**
 * Starts the engine where it is asked to run. It may take the CPU instead of a GPU, and says so in its log alone: then
 * it is started again as the CPU wants it.
 */
export async function loadLlama(
  card: ModelCard,
  files: readonly Blob[],
  options: EngineOptions,
  signal: AbortSignal,
): Promise<LoadedModel> {
  signal.throwIfAborted();
  if (options.backend === 'gpu') {
    const started = await startOnGpu(card, files, options, signal);
    if ('model' in started) return started.model;
    return loadLlama(card, files, { ...options, backend: 'cpu', whyCpu: started.refused }, signal);
  }
  const { model } = await start(card, await widenFiles(files), options, signal, onCpu);
  return model;
}

async function startOnGpu(
  card: ModelCard,
  files: readonly Blob[],
  options: EngineOptions,
  signal: AbortSignal,
): Promise<{ readonly model: LoadedModel } | { readonly refused: Problem }> {
  const refused = (reason: string): Problem => problem('cpu.gpuRefused', '', { reason });
  try {
    const { model, log } = await start(card, files, options, signal, onGpu);
    if (log.backend === gpuBackend) return { model };
    await model.unload();
    if (log.gpuFault !== undefined) return { refused: refused(log.gpuFault) };
    // Mostly it says nothing; the browser tells what it missed.
    return { refused: whyNoGpu(await readGpu()) ?? refused('it gave no reason') };
  } catch {
    signal.throwIfAborted();
    return { refused: refused('it broke down while loading') };
  }
}

/**
 * WebAssembly has no half-precision numbers: it would convert each one at each step. A step reads 128 tokens of prompts at
 * most: one of the 2048 that the engine would take is so long with a large model that it looks like a hang.
 */
const onCpu: LoadModelParams = { n_gpu_layers: 0, cache_type_k: 'f32', cache_type_v: 'f32', n_batch: 128 };
const onGpu: LoadModelParams = { n_gpu_layers: allLayers, cache_type_k: 'f16', cache_type_v: 'f16' };

async function start(
  card: ModelCard,
  weights: readonly Blob[],
  options: EngineOptions,
  signal: AbortSignal,
  place: LoadModelParams,
): Promise<{ readonly model: LlamaModel; readonly log: EngineLog }> {
  const lines: string[] = [];
  const engine = new Wllama(
    { default: new URL(wasmUrl, self.location.href).href },
    { logger: collect(lines) },
  );
  // Otherwise the library reaches for its own copy on another host where the browser lacks a feature.
  engine.setCompat(null);

  const stop = (): void => void engine.exit();
  signal.addEventListener('abort', stop, { once: true });
  const contextTokens = Math.min(options.contextTokens ?? Infinity, card.contextTokens);
  try {
    await Promise.race([
      engine.loadModel([...weights], {
        ...place,
        n_ctx: options.slots * contextTokens,
        n_parallel: options.slots,
        n_threads: options.threads,
        skip_chat_parsing: true,
        cache_idle_slots: false,
        // A slot with memory of its own and plain attention adds up in one order whoever runs beside it, so a
        // cell's text depends on its prompt and seed alone: not on slots, threads or what was written before.
        kv_unified: false,
        flash_attn: false,
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
  const log = readLog(lines);
  return { model: new LlamaModel(engine, card, options, log), log };
}

/** Only a whole model is widened: one in parts is too large for that. */
async function widenFiles(files: readonly Blob[]): Promise<readonly Blob[]> {
  const [only, second] = files;
  return only !== undefined && second === undefined ? [await widenWeights(only)] : files;
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
