const mebibyte = 1024 ** 2;
const gibibyte = 1024 ** 3;

/** WebAssembly's own end. */
const mostHeapBytes = 4 * gibibyte;
/** The engine's code, its working memory and what the browser keeps of a worker. */
const engineBytes = 384 * mebibyte;
/** Half of the memory of any device that runs a current browser, whatever it tells. */
const leastHeapBytes = gibibyte;
/** Taken for the device where the browser does not tell; most computers have more. */
const guessedMemoryGiB = 4;
/** A slot of fewer tokens cuts most prompts short. */
const leastContext = 512;

export interface MemoryWish {
  readonly weightsBytes: number;
  /** Of one remembered token, bytes. */
  readonly bytesPerToken: number;
  readonly slots: number;
  readonly contextTokens: number;
}

/**
 * As many slots as fit beside the weights into half of the device's memory and into WebAssembly's; where not even one
 * does, one with half the context, and so on down to 512 tokens. `memoryGiB` is null where it is not known.
 */
export function fitMemory(
  { weightsBytes, bytesPerToken, slots, contextTokens }: MemoryWish,
  memoryGiB: number | null,
): { readonly slots: number; readonly contextTokens: number } {
  const half = ((memoryGiB ?? guessedMemoryGiB) * gibibyte) / 2;
  const budget = Math.min(mostHeapBytes, Math.max(leastHeapBytes, half));
  const room = budget - engineBytes - weightsBytes;
  let tokens = contextTokens;
  while (tokens * bytesPerToken > room && tokens / 2 >= leastContext) tokens = Math.floor(tokens / 2);
  const fitting = Math.floor(room / (tokens * bytesPerToken));
  return { slots: Math.max(1, Math.min(slots, fitting)), contextTokens: tokens };
}
