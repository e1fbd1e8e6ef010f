import { problem, type Problem } from '../../../problems/Problem';
import type { GpuFacts } from './GpuFacts';
import { gpuName } from './gpuName';

/** Why llama.cpp should not be given this GPU, or could not use it; undefined where it may. Null is none. */
export function whyNoGpu(gpu: GpuFacts | null): Problem | undefined {
  if (gpu === null) return problem('cpu.noGpu');
  const named = { gpu: gpuName(gpu) };
  if (gpu.isFallback) return problem('cpu.softwareGpu', '', named);
  if (gpu.isCompatibility) return problem('cpu.compatibilityGpu', '', named);
  // Without them llama.cpp takes the CPU and says nothing.
  if (!gpu.shaderF16) return problem('cpu.noF16', '', named);
  return undefined;
}
