/** What the GPU says of itself, as the browser tells it. Plain data; texts are empty where the browser keeps them back. */
export interface GpuFacts {
  /** `nvidia`, `apple`, `intel`, `google` of the software one. */
  readonly vendor: string;
  /** The family: `ampere`, `gen-12lp`, `swiftshader`. */
  readonly architecture: string;
  readonly device: string;
  /** For people, where the browser gives one. */
  readonly description: string;
  /** True of a processor that plays the GPU: everything works, too slowly to be of use. */
  readonly isFallback: boolean;
  /** True where the browser reaches it through an older interface (OpenGL ES): such ones are known to compute wrongly. */
  readonly isCompatibility: boolean;
  /** 16-bit numbers in shaders. */
  readonly shaderF16: boolean;
  readonly subgroups: boolean;
  readonly limits: GpuLimits;
}

/** The limits that engines run into. */
export interface GpuLimits {
  /** Of one buffer, bytes. */
  readonly maxBufferSize: number;
  /** Of what a shader sees of a buffer, bytes. */
  readonly maxStorageBufferBindingSize: number;
  readonly maxStorageBuffersPerShaderStage: number;
  /** Memory that the threads of a group share, bytes. */
  readonly maxComputeWorkgroupStorageSize: number;
  readonly maxComputeInvocationsPerWorkgroup: number;
}
