import type { GpuFacts } from './GpuFacts';

/** So long may a browser think about whether there is a GPU; a driver that hangs never answers. */
const patienceMs = 5000;

/**
 * Asks the browser for its fast GPU and what that says of itself; null where there is none, or none that answers.
 * Never throws. The same in a page and in a worker.
 */
export async function readGpu(gpu: GPU | null = navigatorGpu()): Promise<GpuFacts | null> {
  try {
    const adapter = await withinPatience(gpu?.requestAdapter({ powerPreference: 'high-performance' }));
    return adapter ? factsOf(adapter) : null;
  } catch {
    return null;
  }
}

/** Absent outside a secure context and in older browsers, whatever the types say. */
function navigatorGpu(): GPU | null {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.gpu ?? null;
}

function factsOf({ info, features, limits }: GPUAdapter): GpuFacts {
  const { vendor = '', architecture = '', device = '', description = '' } = info;
  return {
    vendor,
    architecture,
    device,
    description,
    // Chromium's own software GPU does not always admit to it.
    isFallback:
      info.isFallbackAdapter === true || /swiftshader|llvmpipe|lavapipe/i.test(architecture + description),
    isCompatibility: /opengl|compatibility/i.test(description),
    shaderF16: features.has('shader-f16'),
    subgroups: features.has('subgroups'),
    limits: {
      maxBufferSize: limits.maxBufferSize,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxStorageBuffersPerShaderStage: limits.maxStorageBuffersPerShaderStage,
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
    },
  };
}

async function withinPatience<Answer>(answer: Promise<Answer> | undefined): Promise<Answer | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
