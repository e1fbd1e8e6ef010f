import type { GpuFacts } from './GpuFacts';

/** For people: `NVIDIA GeForce RTX 3060`, `swiftshader`, `without a name`. */
export function gpuName({ description, vendor, architecture }: GpuFacts): string {
  return description || `${vendor} ${architecture}`.trim() || 'without a name';
}
