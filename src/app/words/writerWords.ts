import type { LoadedFacts, ModelCard } from '../../engines/Engine';
import { sentence } from '../../problems/describe';

/** "embedded, CPU": who writes and where, for people. */
export function writerWords(card: ModelCard | undefined, facts: LoadedFacts | null): string {
  const name = isEmbedded(card) ? 'embedded' : (card?.label ?? 'none');
  return facts === null ? name : `${name}, ${backendWords(facts.backend)}`;
}

/**
 * Who wrote the texts of a run, writes them now or will, and whether the card that ships now is about the same weights;
 * `tookOver` where another writer wrote before.
 */
export function whoWrites(
  card: ModelCard | undefined,
  facts: LoadedFacts | null,
  active: boolean,
  tookOver = false,
): string {
  const name = isEmbedded(card) ? 'the embedded writer' : (card?.label ?? 'no writer');
  if (facts === null) return `The texts are written by ${name}, on this device.`;
  const where = `on the ${backendWords(facts.backend)} of this device${because(facts)}`;
  if (active) return `The texts are being written by ${name}, ${where}.`;
  const texts = tookOver ? 'The last texts' : 'The texts';
  return card === undefined || card.sha256 === facts.modelSha256
    ? `${texts} were written by ${name}, ${where}.`
    : `${texts} were written by an earlier version of ${name}, ${where}.`;
}

function isEmbedded(card: ModelCard | undefined): boolean {
  return card?.stored !== true && /embedded/i.test(card?.label ?? '');
}

/** `, because this browser offers no graphics processor (WebGPU)`; empty where there is nothing to explain. */
export function because({ whyCpu }: LoadedFacts): string {
  return whyCpu === undefined ? '' : `, because ${sentence(whyCpu)}`;
}

export function backendWords(backend: string): string {
  return /gpu/i.test(backend) ? 'GPU' : /cpu|wasm/i.test(backend) ? 'CPU' : backend;
}
