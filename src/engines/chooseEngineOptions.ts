import { problem, type Problem } from '../problems/Problem';
import type { DeviceFacts, EngineOptions, ModelCard } from './Engine';
import { fitMemory } from './fitMemory';
import { whyNoGpu } from './shared/gpu/whyNoGpu';

const mostThreads = 4;
const mebibyte = 1024 ** 2;
/** Texts at once by the size of the model, MiB: each needs memory of its own. */
const slotsUpTo = [
  [64, 8],
  [700, 4],
  [Infinity, 2],
] as const;
/** Below it a step on the GPU takes longer to begin than the whole step takes on the CPU. */
const leastGpuBytes = 64 * mebibyte;
/** Bytes of a remembered number: the engine keeps 32-bit ones on the CPU and 16-bit ones on the GPU. */
const rememberedBytes = { cpu: 4, gpu: 2 } as const;
/** Remembered numbers a token of a model that does not say. */
const guessedValuesPerToken = 32_768;

/**
 * Eight cells at once cost a small model little more than one. One core stays free for the page: threads wait for
 * each other at every step, so a single one without a core of its own holds up all.
 */
export function chooseEngineOptions(
  device: DeviceFacts,
  card: Pick<ModelCard, 'engine' | 'sizeBytes' | 'contextTokens' | 'valuesPerToken'>,
): EngineOptions {
  const { sizeBytes, contextTokens, valuesPerToken = guessedValuesPerToken } = card;
  // Room for one text is all that web-llm ever makes, and none of it in WebAssembly.
  if (card.engine === 'webLlm') return { slots: 1, threads: 1, backend: 'gpu' };
  const [, mostSlots] = slotsUpTo.find(([most]) => sizeBytes <= most * mebibyte) ?? slotsUpTo[2];
  const free = Math.floor(device.cores) - 1 || 1;
  const whyCpu = sizeBytes < leastGpuBytes ? problem('cpu.smallWriter') : whyProcessor(device);
  const backend = whyCpu === undefined ? 'gpu' : 'cpu';
  const bytesPerToken = valuesPerToken * rememberedBytes[backend];
  const wish = { weightsBytes: sizeBytes, bytesPerToken, slots: mostSlots, contextTokens };
  return {
    ...fitMemory(wish, device.memoryGiB),
    threads: device.threads ? Math.max(1, Math.min(mostThreads, free)) : 1,
    backend,
    ...(whyCpu === undefined ? {} : { whyCpu }),
  };
}

/** Why llama.cpp runs any model on the processor here; undefined where it may take the GPU. */
export function whyProcessor({ gpu, wasmFeatures }: DeviceFacts): Problem | undefined {
  return whyNoGpu(gpu) ?? (wasmFeatures.jspi ? undefined : problem('cpu.noJspi'));
}
