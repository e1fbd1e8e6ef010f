import type { LoadedFacts, ModelCard } from '../../engines/Engine';

/** "embedded, CPU": who writes and where, for people. */
export function writerWords(card: ModelCard | undefined, facts: LoadedFacts | null): string {
  const name = /embedded/i.test(card?.label ?? '') ? 'embedded' : (card?.label ?? 'none');
  return facts === null ? name : `${name}, ${backendWords(facts.backend)}`;
}

export function backendWords(backend: string): string {
  return /gpu/i.test(backend) ? 'GPU' : /cpu|wasm/i.test(backend) ? 'CPU' : backend;
}
