import { problem, type Problem } from '../../problems/Problem';
import type { GpuFacts, GpuLimits } from '../shared/gpu/GpuFacts';
import { gpuName } from '../shared/gpu/gpuName';

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** What web-llm 0.2.86 asks of a GPU at least before it loads anything. */
const leastLimits: Partial<GpuLimits> = {
  maxBufferSize: 256 * mebibyte,
  maxStorageBufferBindingSize: 128 * mebibyte,
  maxStorageBuffersPerShaderStage: 10,
  maxComputeWorkgroupStorageSize: 32 * kibibyte,
};

/** Whether a GPU can run compiled models at all; null is none. */
export function reviewGpu(gpu: GpuFacts | null): readonly Problem[] {
  if (gpu === null) return [problem('gpu.none')];
  if (gpu.isFallback) return [problem('gpu.software', '', { gpu: gpuName(gpu) })];
  const limits = Object.entries(leastLimits) as [keyof GpuLimits, number][];
  const short = limits
    .filter(([limit, needs]) => gpu.limits[limit] < needs)
    .map(([limit, needs]) => problem('gpu.limit', '', { limit, has: gpu.limits[limit], needs }));
  const older = gpu.isCompatibility ? [problem('gpu.compatibility', '', { gpu: gpuName(gpu) })] : [];
  return [...short, ...older];
}

/**
 * The largest piece that web-llm lets a model have on this GPU, bytes: it asks for a GiB at once and, where it does
 * not get that, for no more than the least there is.
 */
export function mostTensorBytes({ limits }: GpuFacts): number {
  const most = 1024 * mebibyte;
  const binding = limits.maxStorageBufferBindingSize >= most ? most : 128 * mebibyte;
  const buffer = limits.maxBufferSize >= most ? most : 256 * mebibyte;
  return Math.min(binding, buffer);
}
