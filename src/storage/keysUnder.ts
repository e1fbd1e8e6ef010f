/**
 * Bounds of the keys of a compound index that begin with these parts, for `between`: a shorter key comes before a longer
 * one, and an array after every number and string. One array twice in a key is no valid key, so `Dexie.maxKey` is not
 * to be used for two parts.
 */
export function keysUnder(...parts: readonly string[]): [lower: unknown[], upper: unknown[]] {
  return [[...parts], [...parts, []]];
}
