import { Failure } from '../problems/Failure';
import type { ModelCard } from './Engine';
import { ModelStore } from './store/ModelStore';

/**
 * The one place that fetches a model of the app's own. Its bytes are compared with the card before anyone may use them.
 * Of a stored model these are the files in their order.
 */
export async function readModelFiles(card: ModelCard, signal: AbortSignal): Promise<readonly Blob[]> {
  if (card.stored === true) return readStored(card);
  const address = new URL(`${import.meta.env.BASE_URL}${card.file}`, self.location.origin);
  let bytes: ArrayBuffer;
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(`answer ${response.status}`);
    bytes = await response.arrayBuffer();
  } catch (cause) {
    signal.throwIfAborted();
    const reason = cause instanceof Error ? cause.message : 'no answer';
    throw new Failure('device.modelMissing', { model: card.label, reason }, { cause });
  }
  await verifyModel(card, bytes);
  return [new Blob([bytes])];
}

/** Its bytes were hashed when they came in; here it is enough that all are there. */
async function readStored(card: ModelCard): Promise<readonly Blob[]> {
  const store = new ModelStore();
  const model = await store.find(card.file);
  if (model === null) throw new Failure('model.gone', { model: card.label });
  return Promise.all(model.files.map(({ path }) => store.open(model, path)));
}

/** Throws a Failure unless these are the bytes the card speaks of. */
export async function verifyModel(card: ModelCard, bytes: ArrayBuffer): Promise<void> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (sha256 !== card.sha256) throw new Failure('device.modelDamaged', { model: card.label });
}
