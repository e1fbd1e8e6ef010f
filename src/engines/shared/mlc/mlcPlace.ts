/**
 * Address of our own origin under which web-llm is told that a model lies, without an id that all lie under. Nobody
 * ever asks the network for it.
 */
export function mlcBase(origin: string, id?: string): string {
  return id === undefined ? `${origin}/mlc/` : `${origin}/mlc/${encodeURIComponent(id)}/`;
}

/** The caches that web-llm 0.2.86 looks into, by what a file is. */
export const mlcCaches = { config: 'webllm/config', library: 'webllm/wasm', rest: 'webllm/model' } as const;
